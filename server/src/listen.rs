//! Takes connections until told to stop.

use std::{net::SocketAddr, time::Duration};

use axum::Router;
use axum_server::Handle;
use hyper_util::rt::TokioTimer;

/// How long a connection may take for the head of a request, and how long it may rest between
/// two: whoever sends a letter a minute must not hold a place.
pub const HEAD: Duration = Duration::from_secs(20);

/// How long requests under way may take to end after the word to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Serves `app` to who connects, until `stop` comes; what is under way then may end.
///
/// # Errors
/// When nothing can be accepted any more.
pub async fn listen(
    listener: std::net::TcpListener,
    app: Router,
    head: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let handle = Handle::new();
    let stopping = handle.clone();
    tokio::spawn(async move {
        stop.await;
        stopping.graceful_shutdown(Some(GRACE));
    });
    // Telling HTTP/2 from HTTP/1 by the first bytes would wait for them without a limit; a proxy
    // with TLS speaks HTTP/2 to browsers and HTTP/1 to this.
    let mut server = axum_server::from_tcp(listener)?.http1_only().handle(handle);
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(head);
    server.serve(app.into_make_service_with_connect_info::<SocketAddr>()).await
}
