//! The bot, its worker and its page, with a camera that reads files.

use std::{fs, path::PathBuf, time::Duration};

use axum::{body::Body, http::Request};
use tempfile::TempDir;
use tower::ServiceExt;
use weixin::{
    api::BoxFuture,
    bot::BoxError,
    emulator::{timeline::MessageContent, *},
};

use super::*;
use crate::camera::Camera;

const PHOTO: &[u8] = b"\xff\xd8\xff\xe0-a-photo";
const VIDEO: &[u8] = b"\0\0\0\x18ftypmp42-a-video";

/// Reads the photo and the video from a folder.
struct Files(PathBuf);

impl Camera for Files {
    fn photo(&self) -> BoxFuture<'_, Result<Vec<u8>, BoxError>> {
        Box::pin(async { Ok(fs::read(self.0.join("photo.jpg")).map_err(|_| "the camera is off")?) })
    }

    fn video(&self) -> BoxFuture<'_, Result<Vec<u8>, BoxError>> {
        Box::pin(async { Ok(fs::read(self.0.join("video.mp4")).map_err(|_| "the disk is full")?) })
    }
}

struct Room {
    platform: Emulator,
    files: TempDir,
    pages: Router,
    /// `None` once the worker has it.
    jobs: Option<(mpsc::Receiver<Option<Job>>, Monitor)>,
}

impl Room {
    async fn new() -> Self {
        let platform = Emulator::start().await;
        let (queue, jobs) = mpsc::channel(QUEUE);
        let monitor = Monitor::new(queue, Arc::new(platform.clock()));
        let app = platform.work().connect(bot(monitor.clone())).await.unwrap();
        let pages = pages(monitor.clone()).fallback_service(app);
        let files = tempfile::tempdir().unwrap();
        fs::write(files.path().join("photo.jpg"), PHOTO).unwrap();
        fs::write(files.path().join("video.mp4"), VIDEO).unwrap();
        Self { platform, files, pages, jobs: Some((jobs, monitor)) }
    }

    fn start_worker(&mut self) {
        let (jobs, monitor) = self.jobs.take().expect("it has not been started");
        tokio::spawn(work(jobs, monitor, Files(self.files.path().to_owned())));
    }

    /// Lets the worker begin its jobs.
    async fn wait(&self) {
        self.platform.clock().advance(Duration::from_secs(10)).await;
    }

    async fn get(&self, path: &str) -> String {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = self.pages.clone().oneshot(request).await.unwrap();
        let body = axum::body::to_bytes(response.into_body(), 65_536).await.unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    }
}

#[tokio::test]
async fn a_photo_and_a_video_follow_the_answer() {
    let mut room = Room::new().await;
    room.start_worker();
    let ann = room.platform.work().follower("ann");
    let mut interaction = ann.says("photo").await;
    interaction.expect_text("Taking a photo and a video …").await;
    room.wait().await;
    assert_eq!(interaction.expect_image().await, PHOTO);
    let video = interaction.expect_message().await;
    assert!(matches!(video, MessageContent::Video { .. }), "{video:?}");

    room.platform.clock().advance(Duration::from_secs(80)).await;
    let status = "Photos sent: 1\nThe last attempt, 89 s ago: successful";
    ann.says("status").await.expect_text(status).await;
    assert!(room.get("/").await.contains(status));
    // The bot is beside the page.
    assert_eq!(room.get("/healthz").await, "ok");
}

#[tokio::test]
async fn users_see_why_it_has_failed() {
    let mut room = Room::new().await;
    room.start_worker();
    let ann = room.platform.work().follower("ann");
    fs::remove_file(room.files.path().join("video.mp4")).unwrap();
    let mut interaction = ann.says("photo").await;
    interaction.expect_text("Taking a photo and a video …").await;
    room.wait().await;
    assert_eq!(interaction.expect_image().await, PHOTO);
    interaction.expect_text("That has failed: the disk is full").await;

    fs::remove_file(room.files.path().join("photo.jpg")).unwrap();
    let mut interaction = ann.says("photo").await;
    interaction.expect_text("Taking a photo and a video …").await;
    room.wait().await;
    interaction.expect_text("That has failed: the camera is off").await;

    // What the platform rejects is a failure, too: a photo has more than five bytes.
    fs::write(room.files.path().join("photo.jpg"), "").unwrap();
    let mut interaction = ann.says("photo").await;
    interaction.expect_text("Taking a photo and a video …").await;
    room.wait().await;
    interaction.expect_text(starts_with("That has failed: ")).await;
    ann.says("status").await.expect_text(starts_with("Photos sent: 0")).await;
}

#[tokio::test]
async fn the_queue_has_an_end() {
    let mut room = Room::new().await;
    let ann = room.platform.work().follower("ann");
    for _ in 0..QUEUE {
        ann.says("photo").await.expect_text(starts_with("Taking")).await;
    }
    let mut interaction = ann.says("photo").await;
    interaction.expect_text(starts_with("Too many people")).await;
    // What was accepted is done.
    room.start_worker();
    room.wait().await;
    for _ in 0..QUEUE {
        assert_eq!(interaction.expect_image().await, PHOTO);
        interaction.expect_message().await;
    }
}
