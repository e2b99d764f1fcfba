// SPDX-License-Identifier: EUPL-1.2
//! `traad serve` and `traad demo`: the pages, and the ticker that lets time pass.

use crate::place::Place;
use anyhow::Context;
use clap::Args;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use traad_app::App;
use traad_app::demo::DEMO_PASSWORD;
use traad_store::Create;

/// How often the ticker looks for pathways in which something changed by the passing of time.
const TICK: Duration = Duration::from_secs(30);

/// `traad serve`.
#[derive(Debug, Args)]
pub(crate) struct ServeArguments {
    #[command(flatten)]
    place: Place,
    /// Address and port to listen on; TLS is the proxy's.
    #[arg(long, env = "TRAAD_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// `traad demo`.
#[derive(Debug, Args)]
pub(crate) struct DemoArguments {
    /// The database; made and filled if it is not there.
    #[arg(long, default_value = "traad-demo.db")]
    database: String,
    /// Address and port to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
}

/// Serves until it is told to stop.
pub(crate) fn serve(arguments: &ServeArguments) -> anyhow::Result<String> {
    let app = arguments.place.app(Create::IfMissing)?;
    let listener = bind(arguments.listen)?;
    println!("http://{}", local(&listener)?);
    run(app, listener)
}

/// Fills an empty database with the demonstration, prints address and logins, and serves.
pub(crate) fn demo(arguments: &DemoArguments) -> anyhow::Result<String> {
    let app = Place {
        database: arguments.database.clone(),
    }
    .app(Create::IfMissing)?;
    let listener = bind(arguments.listen)?;
    let logins = app.seed_demo(app.now())?;
    println!("Tråd kører på http://{}\n", local(&listener)?);
    println!("Alle logins har adgangskoden {DEMO_PASSWORD}");
    for login in logins {
        println!("  {:<20} {}", login.username, login.who);
    }
    println!("\nNavne og numre er offentlige testpersoner eller findes ikke. Stop med Ctrl-C.");
    run(app, listener)
}

fn bind(address: SocketAddr) -> anyhow::Result<std::net::TcpListener> {
    let listener = std::net::TcpListener::bind(address).with_context(|| {
        format!(
            "cannot listen on `{address}`: stop what uses the port, or give another with --listen"
        )
    })?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// The address people type: a name that browsers trust without TLS.
fn local(listener: &std::net::TcpListener) -> anyhow::Result<String> {
    let address = listener.local_addr()?;
    Ok(if address.ip().is_loopback() {
        format!("localhost:{}", address.port())
    } else {
        address.to_string()
    })
}

fn run(app: Arc<App>, listener: std::net::TcpListener) -> anyhow::Result<String> {
    let runtime = tokio::runtime::Runtime::new().context("the runtime does not start")?;
    runtime.block_on(async move {
        let listener = TcpListener::from_std(listener)?;
        let ticker = tokio::spawn(tick(app.clone()));
        let served = traad_web::server::serve(listener, app, stop()).await;
        ticker.abort();
        served.context("the server stopped")
    })?;
    Ok(String::new())
}

async fn tick(app: Arc<App>) {
    let mut interval = tokio::time::interval(TICK);
    loop {
        interval.tick().await;
        let app = app.clone();
        match tokio::task::spawn_blocking(move || app.tick()).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::error!(%error, "the ticker failed; it tries again"),
            Err(error) => tracing::error!(%error, "the ticker broke; it tries again"),
        }
    }
}

/// Waits for Ctrl-C or a request to end.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) =
        tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
    else {
        // Without the signal Ctrl-C still works.
        let _ = interrupt.await;
        return;
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
