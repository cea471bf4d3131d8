//! Where photos and videos come from.

use std::process::Stdio;

use tokio::process::Command;
use weixin::{api::BoxFuture, bot::BoxError};

/// Takes photos (JPEG) and videos (MP4).
pub trait Camera: Send + Sync + 'static {
    /// Takes a photo.
    fn photo(&self) -> BoxFuture<'_, Result<Vec<u8>, BoxError>>;

    /// Takes a video of a few seconds.
    fn video(&self) -> BoxFuture<'_, Result<Vec<u8>, BoxError>>;
}

/// A camera that ffmpeg can read.
pub struct Ffmpeg {
    device: String,
}

impl Default for Ffmpeg {
    fn default() -> Self {
        Self { device: "/dev/video0".to_owned() }
    }
}

impl Ffmpeg {
    async fn run(&self, arguments: &str) -> Result<Vec<u8>, BoxError> {
        let output = Command::new("ffmpeg")
            .args(["-loglevel", "error", "-f", "v4l2", "-i", &self.device])
            .args(arguments.split(' '))
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output()
            .await
            .map_err(|error| format!("ffmpeg: {error}"))?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => Err(String::from_utf8_lossy(&output.stderr).trim().into()),
        }
    }
}

impl Camera for Ffmpeg {
    fn photo(&self) -> BoxFuture<'_, Result<Vec<u8>, BoxError>> {
        Box::pin(self.run("-frames:v 1 -f mjpeg pipe:1"))
    }

    fn video(&self) -> BoxFuture<'_, Result<Vec<u8>, BoxError>> {
        Box::pin(self.run("-t 5 -pix_fmt yuv420p -movflags frag_keyframe+empty_moov -f mp4 pipe:1"))
    }
}
