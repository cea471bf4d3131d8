//! Files to upload.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

use bytes::Bytes;
use weixin_protocol::FileKind;

/// A file to upload: its content, a name and a media type. The platform rejects parts without a
/// name or type, so both are always set.
///
/// The content is in memory or on disk; a file on disk is opened again for each attempt and
/// streamed, never loaded as a whole.
#[derive(Clone)]
pub struct FilePart {
    name: String,
    mime: String,
    content: FileContent,
    progress: Option<Progress>,
}

/// Receives the number of bytes sent and the total.
type Progress = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// Where the content of a [`FilePart`] is.
#[derive(Clone)]
#[non_exhaustive]
pub enum FileContent {
    /// In memory.
    Bytes(Bytes),
    /// In the file at this path.
    Path(PathBuf),
}

impl FilePart {
    /// A file from memory, with its name and its media type (`image/png`).
    pub fn new(
        name: impl Into<String>,
        mime: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> Self {
        let content = FileContent::Bytes(content.into());
        Self { name: name.into(), mime: mime.into(), content, progress: None }
    }

    /// An image from memory. PNG, JPEG, GIF, BMP and WebP are recognised by their first bytes;
    /// anything else is sent as JPEG.
    pub fn image(content: impl Into<Bytes>) -> Self {
        let content = content.into();
        match recognise(&content) {
            Some((extension, mime)) if mime.starts_with("image/") => {
                Self::new(format!("image.{extension}"), mime, content)
            }
            _ => Self::new("image.jpg", "image/jpeg", content),
        }
    }

    /// A voice message from memory. AMR and MP3 are recognised; anything else is sent as AMR.
    pub fn voice(content: impl Into<Bytes>) -> Self {
        let content = content.into();
        match recognise(&content) {
            Some((extension, mime)) if mime.starts_with("audio/") => {
                Self::new(format!("voice.{extension}"), mime, content)
            }
            _ => Self::new("voice.amr", "audio/amr", content),
        }
    }

    /// A video (MP4) from memory.
    pub fn video(content: impl Into<Bytes>) -> Self {
        Self::new("video.mp4", "video/mp4", content)
    }

    /// Any file from memory; the media type is derived from the extension of its name.
    pub fn file(name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        let name = name.into();
        let mime = mime_of(&name);
        Self::new(name, mime, content)
    }

    /// A picture, a voice recording or a video from memory, whose type is determined by its first bytes: PNG, JPEG, GIF,
    /// BMP, WebP, AMR, MP3 or MP4. Its name has the extension of that type. `None` if it is none of them, whatever
    /// its name says.
    pub fn recognised(content: impl Into<Bytes>) -> Option<Self> {
        let content = content.into();
        let (extension, mime) = recognise(&content)?;
        let kind = mime.split('/').next().unwrap_or("file");
        Some(Self::new(format!("{kind}.{extension}"), mime, content))
    }

    /// A file on disk; name and media type are derived from the path. It is opened when it is sent.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path
            .file_name()
            .map_or_else(|| "file".to_owned(), |name| name.to_string_lossy().into_owned());
        let mime = mime_of(&name).to_owned();
        Self { mime, name, content: FileContent::Path(path), progress: None }
    }

    /// Sets the name.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Sets the media type.
    pub fn with_mime(mut self, mime: impl Into<String>) -> Self {
        self.mime = mime.into();
        self
    }

    /// Reports the progress of the upload to `progress`: the number of bytes sent, and the total.
    /// Bytes count as sent when they are handed to the connection. A new attempt starts again from
    /// zero.
    pub fn on_progress(mut self, progress: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(progress));
        self
    }

    /// Whether [`on_progress`](FilePart::on_progress) was set.
    pub fn is_watched(&self) -> bool {
        self.progress.is_some()
    }

    /// Calls the function set by [`on_progress`](FilePart::on_progress), if any, for the side that
    /// sends the file.
    pub fn report(&self, sent: u64, total: u64) {
        if let Some(progress) = &self.progress {
            progress(sent, total);
        }
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file's media type.
    pub fn mime(&self) -> &str {
        &self.mime
    }

    /// Where the content is.
    pub fn content(&self) -> &FileContent {
        &self.content
    }

    /// The content, if it is in memory.
    pub fn bytes(&self) -> Option<&Bytes> {
        match &self.content {
            FileContent::Bytes(bytes) => Some(bytes),
            FileContent::Path(_) => None,
        }
    }

    /// The kind of file that the media type implies.
    pub fn kind(&self) -> FileKind {
        match self.mime.split('/').next() {
            Some("image") => FileKind::Image,
            Some("audio") => FileKind::Voice,
            Some("video") => FileKind::Video,
            _ => FileKind::File,
        }
    }
}

/// An empty file without a name, as a declared file is before
/// [`set_files`](crate::Endpoint::set_files).
impl Default for FilePart {
    fn default() -> Self {
        Self::new("", "application/octet-stream", Bytes::new())
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart")
            .field("name", &self.name)
            .field("mime", &self.mime)
            .field("content", &self.content)
            .finish()
    }
}

impl fmt::Debug for FileContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileContent::Bytes(bytes) => write!(f, "{} bytes", bytes.len()),
            FileContent::Path(path) => path.fmt(f),
        }
    }
}

/// Extension and media type, detected by the first bytes.
fn recognise(content: &[u8]) -> Option<(&'static str, &'static str)> {
    let webp = content.starts_with(b"RIFF") && content.get(8..12) == Some(b"WEBP");
    Some(match content {
        [0x89, b'P', b'N', b'G', ..] => ("png", "image/png"),
        [0xff, 0xd8, 0xff, ..] => ("jpg", "image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => ("gif", "image/gif"),
        [b'B', b'M', ..] => ("bmp", "image/bmp"),
        _ if webp => ("webp", "image/webp"),
        [b'#', b'!', b'A', b'M', b'R', ..] => ("amr", "audio/amr"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => ("mp4", "video/mp4"),
        [b'I', b'D', b'3', ..] | [0xff, 0xe2..=0xff, ..] => ("mp3", "audio/mpeg"),
        _ => return None,
    })
}

/// The media type for the extension of a file name.
fn mime_of(name: &str) -> &'static str {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default().to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "bmp" => "image/bmp",
        "webp" => "image/webp",
        "amr" => "audio/amr",
        "mp3" => "audio/mpeg",
        "speex" | "spx" => "audio/speex",
        "mp4" => "video/mp4",
        "pdf" => "application/pdf",
        "txt" => "text/plain",
        "csv" => "text/csv",
        "json" => "application/json",
        "zip" => "application/zip",
        "doc" => "application/msword",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xls" => "application/vnd.ms-excel",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt" => "application/vnd.ms-powerpoint",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => "application/octet-stream",
    }
}

impl weixin_protocol::Describe for FilePart {
    #[inline]
    fn describe() -> &'static weixin_protocol::TypeInfo {
        &weixin_protocol::TypeInfo::File
    }
}
