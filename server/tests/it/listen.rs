//! The server on a real connection, with clients that are slow or never finish.

use std::{net::SocketAddr, time::Duration};

use axum::{Router, routing::get};
use server::listen::listen;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    sync::oneshot,
};

/// Serves one page that says `here`, with a short time for heads.
fn serve(head: Duration) -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<std::io::Result<()>>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let app = Router::new().route("/", get(async || "here"));
    let serving = tokio::spawn(listen(listener, app, head, async {
        let _ = stopped.await;
    }));
    (address, stop, serving)
}

/// All that comes until the server closes the connection.
async fn heard(mut connection: TcpStream) -> String {
    let mut all = Vec::new();
    let _ = connection.read_to_end(&mut all).await;
    String::from_utf8_lossy(&all).into_owned()
}

#[tokio::test]
async fn who_never_finishes_the_head_is_cut_off_and_others_are_answered_meanwhile() {
    let (address, _stop, _serving) = serve(Duration::from_millis(300));
    let silent = TcpStream::connect(address).await.unwrap();
    let mut slow = TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: daybook").await.unwrap();
    let mut quick = TcpStream::connect(address).await.unwrap();
    quick.write_all(b"GET / HTTP/1.1\r\nHost: daybook\r\nConnection: close\r\n\r\n").await.unwrap();
    assert!(heard(quick).await.ends_with("here"));
    // These two would never end if they were not cut off.
    assert!(!heard(slow).await.contains("here"));
    assert_eq!(heard(silent).await, "");
}

#[tokio::test]
async fn after_the_word_to_stop_nobody_new_is_taken_and_the_server_ends() {
    let (address, stop, serving) = serve(Duration::from_secs(20));
    let mut first = TcpStream::connect(address).await.unwrap();
    first.write_all(b"GET / HTTP/1.1\r\nHost: daybook\r\nConnection: close\r\n\r\n").await.unwrap();
    assert!(heard(first).await.ends_with("here"));
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}
