//! Where the log of a bot goes.

use std::{
    io::{self, IsTerminal},
    sync::OnceLock,
};

use tracing::{Subscriber, level_filters::LevelFilter, warn};
use tracing_subscriber::{
    EnvFilter, Layer, Registry, fmt::MakeWriter, layer::SubscriberExt, registry::LookupSpan,
    reload, util::SubscriberInitExt,
};

use crate::config::LogConfig;

/// Changes the level of the log that [`start`] has set up.
static LEVEL: OnceLock<reload::Handle<EnvFilter, Registry>> = OnceLock::new();

/// Sets up a log if the program has none: otherwise a new user would see nothing of what goes wrong.
///
/// # Errors
/// The file cannot be written.
pub(super) fn start(config: Option<&LogConfig>) -> io::Result<()> {
    if tracing::dispatcher::has_been_set() {
        return Ok(());
    }
    let (filter, problem) = filter(config);
    let (filter, handle) = reload::Layer::new(filter);
    let registry = tracing_subscriber::registry().with(filter);
    let started = match config.and_then(|config| Some((config, config.file.as_ref()?))) {
        None => {
            let lines = lines(io::stderr).with_ansi(io::stderr().is_terminal());
            registry.with(lines).try_init()
        }
        Some((config, file)) => registry.with(file_lines(config, file)?).try_init(),
    };
    if started.is_ok() {
        let _ = LEVEL.set(handle);
    }
    if let Some(problem) = problem {
        warn!(%problem, "RUST_LOG is not understood: lines of level info and above are shown");
    }
    Ok(())
}

/// Applies another level to a log that [`start`] has set up.
pub(crate) fn set_level(config: Option<&LogConfig>) {
    if let Some(handle) = LEVEL.get() {
        // It fails only if the log is gone.
        let _ = handle.reload(filter(config).0);
    }
}

/// What is written, and what is wrong with `RUST_LOG`.
fn filter(config: Option<&LogConfig>) -> (EnvFilter, Option<String>) {
    let builder = EnvFilter::builder().with_default_directive(LevelFilter::INFO.into());
    let configured = config.and_then(|config| config.level.as_deref()).unwrap_or_default();
    let problem = match std::env::var(EnvFilter::DEFAULT_ENV) {
        Ok(wanted) if !wanted.is_empty() => match builder.clone().parse(wanted) {
            Ok(filter) => return (filter, None),
            Err(error) => Some(error.to_string()),
        },
        _ => None,
    };
    (builder.parse_lossy(configured), problem)
}

fn lines<S, W>(
    writer: W,
) -> tracing_subscriber::fmt::Layer<
    S,
    tracing_subscriber::fmt::format::DefaultFields,
    tracing_subscriber::fmt::format::Format,
    W,
>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
    W: for<'writer> MakeWriter<'writer> + 'static,
{
    tracing_subscriber::fmt::layer().with_writer(writer).with_target(false)
}

#[cfg(feature = "log-file")]
fn file_lines<S>(config: &LogConfig, file: &std::path::Path) -> io::Result<impl Layer<S> + use<S>>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    use tracing_appender::rolling::{RollingFileAppender, Rotation};

    use crate::config::Rotation as Wanted;

    let rotation = match config.rotate {
        Wanted::Daily => Rotation::DAILY,
        Wanted::Hourly => Rotation::HOURLY,
        Wanted::Never => Rotation::NEVER,
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| std::path::Path::new("."));
    let mut builder = RollingFileAppender::builder().rotation(rotation).filename_prefix(name);
    if let Some(keep) = config.keep {
        builder = builder.max_log_files(keep);
    }
    std::fs::create_dir_all(folder)?;
    let writer = builder.build(folder).map_err(io::Error::other)?;
    Ok(lines(writer).with_ansi(false))
}

#[cfg(not(feature = "log-file"))]
fn file_lines<S>(_: &LogConfig, _: &std::path::Path) -> io::Result<impl Layer<S> + use<S>>
where
    S: Subscriber + for<'span> LookupSpan<'span>,
{
    // The check of the configuration has reported it.
    Ok(lines(io::stderr))
}
