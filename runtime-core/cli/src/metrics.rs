//! Metrics over HTTP, for a server of Prometheus to fetch. Connections are few, short, and carry one request each.

use std::convert::Infallible;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{ALLOW, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use meshwright_mesh::Mesh;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

pub const PATH: &str = "/metrics";

/// Connections at a time; further ones wait in the system's queue.
const CONNECTIONS: usize = 8;
/// From accepting a connection to its end.
const PATIENCE: Duration = Duration::from_secs(5);
/// Bytes of a request's head at most, the least that hyper allows.
const HEAD: usize = 8192;
/// After the system refused to accept, for want of file descriptors for example.
const PAUSE: Duration = Duration::from_millis(100);
/// Of the text format, version 0.0.4.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// Serves for ever.
pub async fn serve(listener: &TcpListener, mesh: &Mesh) -> Infallible {
    let mut connections = JoinSet::new();
    loop {
        while connections.len() >= CONNECTIONS {
            connections.join_next().await;
        }
        match listener.accept().await {
            Ok((stream, _)) => {
                connections.spawn(timeout(PATIENCE, answer(stream, mesh.clone())));
            }
            Err(error) => {
                tracing::warn!(%error, "no connection for metrics accepted");
                sleep(PAUSE).await;
            }
        }
        while connections.try_join_next().is_some() {}
    }
}

/// What goes wrong on the way is the other side's concern.
async fn answer(stream: TcpStream, mesh: Mesh) {
    let service = service_fn(|request| {
        let response = respond(&request, &mesh);
        async { Ok::<_, Infallible>(response) }
    });
    let _ = http1::Builder::new()
        .keep_alive(false)
        .max_buf_size(HEAD)
        .header_read_timeout(None)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

fn respond(request: &Request<Incoming>, mesh: &Mesh) -> Response<String> {
    let mut response = Response::new(String::new());
    if request.uri().path() != PATH {
        *response.status_mut() = StatusCode::NOT_FOUND;
    } else if ![Method::GET, Method::HEAD].contains(request.method()) {
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
        let allowed = hyper::header::HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(ALLOW, allowed);
    } else {
        *response.body_mut() = mesh.stats().to_prometheus();
        let kind = hyper::header::HeaderValue::from_static(TEXT);
        response.headers_mut().insert(CONTENT_TYPE, kind);
    }
    response
}
