//! The queue of jobs, the worker behind it, and what became of the last one.

use std::{
    fmt::Write,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::sync::mpsc;
use weixin::{
    api::{Clock, Timestamp},
    bot::BoxError,
    prelude::*,
};

use crate::camera::Camera;

/// How long the worker waits before a job: what it sends comes after the answer of the handler, which
/// is still on its way to the platform.
const HEAD_START: Duration = Duration::from_secs(1);

/// Somebody has asked for a photo.
pub struct Job {
    /// Sends as the app that was asked.
    pub wx: Client<Work>,
    /// Who has asked.
    pub user: PeerId,
}

/// Takes jobs. `None` ends the worker.
pub type Queue = mpsc::Sender<Option<Job>>;

/// What the handlers, the page and the worker share.
#[derive(Clone)]
pub struct Monitor {
    queue: Queue,
    log: Arc<Mutex<Log>>,
    clock: Arc<dyn Clock>,
}

#[derive(Default)]
struct Log {
    done: u32,
    last: Option<(Timestamp, Result<(), String>)>,
}

impl Monitor {
    /// Puts jobs into this queue.
    pub fn new(queue: Queue, clock: Arc<dyn Clock>) -> Self {
        Self { queue, log: Arc::default(), clock }
    }

    /// Puts a job into the queue. Returns whether there was room.
    pub fn ask(&self, job: Job) -> bool {
        self.queue.try_send(Some(job)).is_ok()
    }

    /// Lets the worker end after the jobs that are in the queue.
    pub async fn close(&self) {
        // It fails only if the worker has ended already.
        let _ = self.queue.send(None).await;
    }

    /// The state in words.
    pub fn status(&self) -> String {
        let log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = format!("Photos sent: {}", log.done);
        if let Some((at, result)) = &log.last {
            let ago = self.clock.now().as_secs().saturating_sub(at.as_secs());
            let result = result.as_ref().map_or_else(String::as_str, |()| "successful");
            // Writing to a string cannot fail.
            let _ = write!(text, "\nThe last attempt, {ago} s ago: {result}");
        }
        text
    }

    fn record(&self, result: Result<(), String>) {
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.done += u32::from(result.is_ok());
        log.last = Some((self.clock.now(), result));
    }
}

/// Does the jobs one after the other, because there is one camera. Users see why one has failed.
pub async fn work(mut jobs: mpsc::Receiver<Option<Job>>, monitor: Monitor, camera: impl Camera) {
    while let Some(Some(job)) = jobs.recv().await {
        monitor.clock.sleep(HEAD_START).await;
        let result = take_and_send(&job, &camera).await.map_err(|error| error.to_string());
        if let Err(error) = &result {
            tracing::warn!(user = %job.user, error, "no photo or video was sent");
            let text = format!("That has failed: {error}");
            if let Err(error) = job.wx.send_text(&job.user, &text).await {
                tracing::error!(user = %job.user, %error, "the user has not been told");
            }
        }
        monitor.record(result);
    }
}

async fn take_and_send(job: &Job, camera: &impl Camera) -> Result<(), BoxError> {
    let photo = camera.photo().await?;
    // Uploads it, and sends a message with it.
    job.wx.send_file(&job.user, FilePart::image(photo)).await?;
    let video = camera.video().await?;
    job.wx.send_file(&job.user, FilePart::video(video)).await?;
    Ok(())
}
