//! Hashing of passphrases: argon2id on blocking threads, so many at a time and no more.
//!
//! A storm of sign-ins waits in a queue of its own, and beyond that is asked to come back: the
//! pages of those who are signed in go on. A name that nobody has costs the same work as any.

use std::{fmt, sync::Arc};

use argon2::{
    Algorithm, Argon2, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::{Output, PasswordHash, Salt},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Name, Passphrase};
use crate::{Error, Result, error::FieldCode, secret};

/// So many may wait for their turn.
const WAITING: usize = 64;
/// What those beyond are told to wait, in seconds.
const COME_BACK: u32 = 5;

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Params {
    /// KiB of memory.
    pub memory: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Params {
    /// m = 64 MiB, t = 3, p = 1: the second recommended choice of RFC 9106, with a lane less.
    pub const RECOMMENDED: Self = Self { memory: 64 * 1024, passes: 3, lanes: 1 };
    /// Next to nothing; for tests alone.
    pub const QUICK_FOR_TESTS: Self = Self { memory: 8, passes: 1, lanes: 1 };
}

/// A hash in PHC form.
#[derive(Clone)]
pub struct Hashed(pub(super) String);

impl fmt::Debug for Hashed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hashed(…)")
    }
}

/// Hashes passphrases, `permits` at a time. Cheap to clone; the clones share the permits.
#[derive(Clone)]
pub struct Hasher {
    argon2: Argon2<'static>,
    running: Arc<Semaphore>,
    places: Arc<Semaphore>,
    /// A hash that no passphrase has, with the parameters of those that some have.
    nobodys: Arc<str>,
}

impl fmt::Debug for Hasher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hasher(…)")
    }
}

/// A place in the queue of a [`Hasher`], good for one hash.
#[derive(Debug)]
pub struct Place<'a> {
    hasher: &'a Hasher,
    place: OwnedSemaphorePermit,
}

impl Hasher {
    /// # Errors
    /// [`Error::Internal`] for parameters that argon2id does not take.
    pub fn new(params: Params, permits: usize) -> Result<Self> {
        let params = argon2::Params::new(params.memory, params.passes, params.lanes, None).map_err(Error::internal)?;
        let nobodys = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: (&params).try_into().map_err(Error::internal)?,
            salt: Some(Salt::new(&secret::random::<16>()?).map_err(Error::internal)?),
            hash: Some(Output::new(&secret::random::<32>()?).map_err(Error::internal)?),
        };
        let permits = permits.max(1);
        Ok(Self {
            argon2: Argon2::new(Algorithm::Argon2id, Version::V0x13, params),
            running: Arc::new(Semaphore::new(permits)),
            places: Arc::new(Semaphore::new(permits + WAITING)),
            nobodys: nobodys.to_string().into(),
        })
    }

    /// # Errors
    /// [`Error::Throttled`] when too many are waiting already.
    pub fn place(&self) -> Result<Place<'_>> {
        let place = Arc::clone(&self.places).try_acquire_owned().map_err(|_| Error::Throttled(COME_BACK))?;
        Ok(Place { hasher: self, place })
    }
}

impl Place<'_> {
    /// The hash of a passphrase, with a new salt.
    pub async fn hash(self, passphrase: &Passphrase) -> Result<Hashed> {
        let argon2 = self.hasher.argon2.clone();
        let typed = passphrase.0.clone();
        let salt = secret::random::<16>()?;
        let hash = self
            .run(move || PasswordHasher::<PasswordHash>::hash_password_with_salt(&argon2, typed.as_bytes(), &salt))
            .await?;
        Ok(Hashed(hash.map_err(Error::internal)?.to_string()))
    }

    /// Whether the passphrase is the one that `stored` is the hash of. Without one it is not, and
    /// finding out takes the same work.
    pub async fn verify(self, stored: Option<&str>, passphrase: &Passphrase) -> Result<bool> {
        let argon2 = self.hasher.argon2.clone();
        let stored = stored.unwrap_or(&self.hasher.nobodys).to_owned();
        let typed = passphrase.0.clone();
        match self.run(move || argon2.verify_password(typed.as_bytes(), stored.as_str())).await? {
            Ok(()) => Ok(true),
            Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
            Err(cause) => Err(Error::internal(cause)),
        }
    }

    /// Waits for a turn. The permits go along to the thread: whoever asked may have gone away,
    /// and the work is still being done.
    async fn run<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let turn = Arc::clone(&self.hasher.running).acquire_owned().await.map_err(Error::internal)?;
        let place = self.place;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop((turn, place));
            done
        })
        .await
        .map_err(Error::internal)
    }
}

/// Whether a chosen passphrase is hard enough to guess for someone who knows the name.
///
/// # Errors
/// `TooCommon`.
pub fn check_strength(passphrase: &Passphrase, name: &Name) -> Result<(), FieldCode> {
    let mut known: Vec<&str> = vec![name.as_str(), "daybook"];
    known.extend(name.as_str().split_whitespace());
    if zxcvbn::zxcvbn(&passphrase.0, &known).score() < zxcvbn::Score::Three {
        return Err(FieldCode::TooCommon);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn a_hasher() -> Hasher {
        Hasher::new(Params::QUICK_FOR_TESTS, 1).unwrap()
    }

    #[tokio::test]
    async fn a_hash_is_known_again_however_the_accents_were_typed() {
        let hasher = a_hasher();
        let hash = hasher.place().unwrap().hash(&Passphrase::typed("un caf\u{e9} tranquille")).await.unwrap();
        let verify =
            async |typed: &str| hasher.place().unwrap().verify(Some(&hash.0), &Passphrase::typed(typed)).await.unwrap();
        assert!(verify("un cafe\u{301} tranquille").await);
        assert!(!verify("un cafe tranquille").await);
        assert!(!verify("").await);
        assert!(!hasher.place().unwrap().verify(None, &Passphrase::typed("un café tranquille")).await.unwrap());
    }

    #[tokio::test]
    async fn the_recommended_hash_takes_64_mib_three_passes_and_one_lane() {
        let hasher = Hasher::new(Params::RECOMMENDED, 1).unwrap();
        assert!(hasher.nobodys.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{}", hasher.nobodys);
        let passphrase = Passphrase::typed("a quiet blue kettle");
        let hash = hasher.place().unwrap().hash(&passphrase).await.unwrap();
        assert!(hash.0.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{}", hash.0);
        assert_eq!(hash.0.len(), hasher.nobodys.len());
    }

    #[tokio::test]
    async fn a_storm_waits_and_then_is_asked_to_come_back() {
        let hasher = a_hasher();
        let mut places: Vec<_> = (0..=WAITING).map(|_| hasher.place().unwrap()).collect();
        assert!(matches!(hasher.clone().place(), Err(Error::Throttled(COME_BACK))));
        let passphrase = Passphrase::typed("a quiet blue kettle");
        places.pop().unwrap().hash(&passphrase).await.unwrap();
        drop(hasher.place().unwrap());
    }

    #[rstest]
    #[case("aaaaaaaaaaaaaaaaaaaa")]
    #[case("passwordpassword")]
    #[case("qwertyuiopqwertyuiop")]
    #[case("123456789012345")]
    #[case("Wilhelmina Vandenberg")]
    #[case("wilhelminawilhelmina")]
    fn what_others_would_guess_first_is_refused(#[case] typed: &str) {
        let name = Name::new("Wilhelmina Vandenberg").unwrap();
        let passphrase = Passphrase::chosen(typed).unwrap();
        assert_eq!(check_strength(&passphrase, &name), Err(FieldCode::TooCommon));
    }

    #[rstest]
    #[case("the quiet kettle sings at noon")]
    #[case("ma tortue mange des fraises")]
    #[case("سلحفاتي تحب الفراولة كثيرا")]
    fn a_sentence_of_one_s_own_is_welcome(#[case] typed: &str) {
        let passphrase = Passphrase::chosen(typed).unwrap();
        assert_eq!(check_strength(&passphrase, &Name::new("Anna").unwrap()), Ok(()));
    }
}
