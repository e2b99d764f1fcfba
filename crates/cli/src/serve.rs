// SPDX-License-Identifier: EUPL-1.2
//! `traad serve` and `traad demo`: the pages, and the ticker that lets time pass.

use crate::config::{Certificate, Config, Flags, LogForm, TlsConfig};
use crate::log;
use crate::mail::Post;
use crate::place::app_at;
use anyhow::Context;
use clap::Args;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use traad_app::App;
use traad_app::demo::DEMO_PASSWORD;
use traad_store::Create;
use traad_web::server::{Encrypted, Entrance, Meter, metered, operation, serve as serve_pages};

/// How often the ticker looks for pathways in which something changed by the passing of time.
const TICK: Duration = Duration::from_secs(30);

/// How often it is looked for notices to send. A proposal.
const TELL: Duration = Duration::from_secs(10);

/// How long a demonstration waits for requests under way.
const DEMO_PATIENCE: Duration = Duration::from_secs(5);

/// How long work that nobody waits for any more is given before the program ends.
const LAST_WORK: Duration = Duration::from_secs(1);

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
pub(crate) fn serve(flags: &Flags) -> anyhow::Result<String> {
    let config = Config::read(flags)?;
    log::start(config.log);
    let entrance = config.login.entrance()?;
    let own = match config.tls {
        Some(tls) => Some((Certificate::read(&tls)?, tls)),
        None => None,
    };
    let post = match config.notices.server()? {
        Some(server) => Some(server.post()?),
        None => None,
    };
    let app = app_at(&config.database, Create::IfMissing)?;
    let listener = bind(config.listen, "listen")?;
    let numbers = config
        .metrics
        .map(|address| bind(address, "metrics"))
        .transpose()?;
    let scheme = own.as_ref().map_or("http", |_| "https");
    println!("{scheme}://{}", local(&listener)?);
    if let Some(numbers) = &numbers {
        println!("http://{}/metrics", numbers.local_addr()?);
    }
    let doors = Doors {
        pages: listener,
        own,
        numbers,
        post,
    };
    run(app, entrance, doors, config.stop_after)
}

/// Fills an empty database with the demonstration, prints address and logins, and serves.
pub(crate) fn demo(arguments: &DemoArguments) -> anyhow::Result<String> {
    log::start(LogForm::Text);
    let app = app_at(&arguments.database, Create::IfMissing)?;
    let listener = bind(arguments.listen, "listen")?;
    let logins = app.seed_demo(app.now())?;
    println!("Tråd kører på http://{}\n", local(&listener)?);
    println!("Alle logins har adgangskoden {DEMO_PASSWORD}");
    for login in logins {
        println!("  {:<20} {}", login.username, login.who);
    }
    println!("\nNavne og numre er offentlige testpersoner eller findes ikke. Stop med Ctrl-C.");
    let doors = Doors {
        pages: listener,
        own: None,
        numbers: None,
        post: None,
    };
    run(app, Entrance::default(), doors, DEMO_PATIENCE)
}

/// Where connections come in, and letters go out.
struct Doors {
    pages: std::net::TcpListener,
    /// The certificate the pages are encrypted with, if that is not a proxy's.
    own: Option<(Arc<Certificate>, TlsConfig)>,
    numbers: Option<std::net::TcpListener>,
    /// The way out, if notices are sent.
    post: Option<Post>,
}

fn bind(address: SocketAddr, flag: &str) -> anyhow::Result<std::net::TcpListener> {
    let listener = std::net::TcpListener::bind(address).with_context(|| {
        format!(
            "cannot listen on `{address}`: stop what uses the port, or give another with --{flag}"
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

fn run(
    app: Arc<App>,
    entrance: Entrance,
    doors: Doors,
    patience: Duration,
) -> anyhow::Result<String> {
    let runtime = tokio::runtime::Runtime::new().context("the runtime does not start")?;
    let served = runtime.block_on(async move {
        let meter = Arc::new(Meter::default());
        let listener = TcpListener::from_std(doors.pages)?;
        let ticker = tokio::spawn(tick(app.clone(), meter.clone()));
        if let Some(post) = doors.post {
            app.send_notices();
            // It ends with the program; what it was at is tried again by the next.
            tokio::spawn(tell(app.clone(), meter.clone(), Arc::new(post)));
        }
        if let Some(numbers) = doors.numbers {
            let numbers = TcpListener::from_std(numbers)?;
            let router = operation(app.clone(), meter.clone());
            // It ends with the program.
            tokio::spawn(serve_pages(
                numbers,
                router,
                std::future::pending(),
                patience,
            ));
        }
        let pages = metered(app, entrance, meter);
        let served = match doors.own {
            None => serve_pages(listener, pages, stop(), patience).await,
            Some((certificate, files)) => {
                let listener = Encrypted::of(listener, certificate.clone().server()?)?;
                // It ends with the program.
                tokio::spawn(certificate.keep_renewed(files));
                serve_pages(listener, Encrypted::only(pages), stop(), patience).await
            }
        };
        ticker.abort();
        served.context("the server stopped")
    });
    runtime.shutdown_timeout(LAST_WORK);
    served.map(|()| String::new())
}

async fn tick(app: Arc<App>, meter: Arc<Meter>) {
    let mut interval = tokio::time::interval(TICK);
    loop {
        interval.tick().await;
        let looked = app.clone();
        match tokio::task::spawn_blocking(move || looked.tick()).await {
            Ok(Ok(derived)) => {
                meter.ticked(app.now(), derived);
                continue;
            }
            Ok(Err(error)) => tracing::error!(%error, "the ticker failed; it tries again"),
            Err(error) => tracing::error!(%error, "the ticker broke; it tries again"),
        }
        meter.tick_failed();
    }
}

/// Sends the notices that are due, for as long as the program runs.
async fn tell(app: Arc<App>, meter: Arc<Meter>, post: Arc<Post>) {
    let mut interval = tokio::time::interval(TELL);
    loop {
        interval.tick().await;
        let (app, post) = (app.clone(), post.clone());
        let round =
            tokio::task::spawn_blocking(move || app.deliver_notices(&|letter| post.carry(letter)));
        match round.await {
            Ok(Ok(delivered)) => meter.told(delivered),
            Ok(Err(error)) => tracing::error!(%error, "notices were not sent; it is tried again"),
            Err(error) => tracing::error!(%error, "sending notices broke; it is tried again"),
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
