//! Files that clients upload.

use axum::extract::{FromRequest, Multipart, Request, multipart::Field};
use bytes::{Bytes, BytesMut};
use http::StatusCode;
use weixin_api::{Caller, FilePart, On};
use weixin_official::media::{MediaApi, UploadMedia, UploadedMedia};
use weixin_protocol::{FileKind, FileLimits, MessageChannel, MessageLimits, Product};

use crate::{Problem, problem::rejected};

/// The most files of one request.
const MAX_FILES: usize = 9;

/// The largest request, in bytes: the files are held in memory until they are with the platform.
pub(super) const MAX_REQUEST: usize = 24 << 20;

/// The files of a form, as `wx.uploadFile` and web pages send it: an argument of handlers.
///
/// Their types are those of their content; what the client says about names and types does not count, and a name is
/// never used as a path. Pictures (PNG, JPEG, GIF), voice (AMR, MP3) and videos (MP4) up to the platform's limits are
/// accepted: 10 MB, voice 2 MB; 9 files and 24 MB in one request. Fields that are not files are ignored.
#[derive(Debug, Clone)]
pub struct Files(Vec<FilePart>);

impl Files {
    /// The files, at least one.
    pub fn into_vec(self) -> Vec<FilePart> {
        self.0
    }

    /// Uploads them as temporary media (临时素材), in order. If one is rejected, those before it are with the platform
    /// already, which forgets them after three days.
    ///
    /// # Errors
    /// 502 and 504 if the platform rejects one or cannot be reached.
    pub async fn upload<C>(self, wx: &C) -> Result<Vec<UploadedMedia>, Problem>
    where
        C: Caller,
        UploadMedia: On<C::Kind>,
    {
        let mut uploaded = Vec::with_capacity(self.0.len());
        for file in self.0 {
            uploaded.push(wx.media().upload(file).await?);
        }
        Ok(uploaded)
    }
}

impl<S: Send + Sync> FromRequest<S> for Files {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let form = Multipart::from_request(request, state).await;
        let mut form = form.map_err(|_| {
            Problem::of_status(StatusCode::UNSUPPORTED_MEDIA_TYPE).hint(
                "Send the files as multipart/form-data, as wx.uploadFile does.",
                "请以 multipart/form-data 形式上传，如 wx.uploadFile。",
            )
        })?;
        let mut files = Vec::new();
        while let Some(field) = form.next_field().await.map_err(unreadable)? {
            if field.file_name().is_none() {
                continue;
            }
            if files.len() == MAX_FILES {
                return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-many-files").text(
                    format!("At most {MAX_FILES} files can be sent at once."),
                    format!("一次最多上传 {MAX_FILES} 个文件。"),
                ));
            }
            files.push(read(field).await?);
        }
        if files.is_empty() {
            return Err(Problem::new(StatusCode::BAD_REQUEST, "no-file")
                .text("The form has no file.", "表单中没有文件。"));
        }
        Ok(Self(files))
    }
}

/// Reads a file, and no more of it than its kind may have.
async fn read(mut field: Field<'_>) -> Result<FilePart, Problem> {
    let mut content = BytesMut::new();
    let mut limits = None;
    while let Some(chunk) = field.chunk().await.map_err(unreadable)? {
        content.extend_from_slice(&chunk);
        if limits.is_none() && content.len() >= SNIFFED {
            limits = Some(limits_of(&content)?);
        }
        if limits.is_some_and(|limits: &FileLimits| content.len() > limits.max_bytes) {
            return Err(too_large());
        }
    }
    let content: Bytes = content.freeze();
    let limits = limits_of(&content)?;
    if content.len() > limits.max_bytes {
        return Err(too_large());
    }
    FilePart::recognised(content).ok_or_else(unknown_kind)
}

/// As many bytes tell what a file is.
const SNIFFED: usize = 16;

/// The platform's limits for a file that begins with these bytes.
fn limits_of(content: &[u8]) -> Result<&'static FileLimits, Problem> {
    let start = Bytes::copy_from_slice(content.get(..SNIFFED).unwrap_or(content));
    let file = FilePart::recognised(start).ok_or_else(unknown_kind)?;
    let limits = MessageLimits::of(MessageChannel::passive(Product::Official)).file(file.kind());
    let extension = file.name().rsplit('.').next().unwrap_or_default();
    limits
        .filter(|limits| limits.kind != FileKind::File && limits.extensions.contains(&extension))
        .ok_or_else(unknown_kind)
}

fn unknown_kind() -> Problem {
    Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported-file").text(
        "The file is none that WeChat accepts: PNG, JPEG, GIF, AMR, MP3 or MP4.",
        "不支持该文件类型：仅支持 PNG、JPEG、GIF、AMR、MP3、MP4。",
    )
}

fn too_large() -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "file-too-large").text(
        "The file is too large: pictures and videos may have 10 MB, voice 2 MB.",
        "文件过大：图片和视频不超过 10 MB，语音不超过 2 MB。",
    )
}

fn unreadable(error: axum::extract::multipart::MultipartError) -> Problem {
    let status = error.status();
    rejected(Problem::of_status(status), error)
}
