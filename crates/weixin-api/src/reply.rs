//! The answers to successful calls.

use std::fmt;

use bytes::Bytes;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use weixin_protocol::{Describe, Described};

use crate::{Error, ErrorKind, lenient, wire::ApiResponse};

/// A type that an endpoint can answer with. Every type declared with `#[endpoint(part)]` is one,
/// and every other type that serde can read and write, that implements `Debug` and whose form is
/// declared ([`Describe`]); it is JSON on the wire. [`Download`] and [`FileOr`] are for endpoints
/// that answer with files.
pub trait Reply: fmt::Debug + Sized + Send + 'static {
    /// The form on the wire.
    const FORM: ReplyForm = Self::INFO.form;

    /// The form as data.
    const INFO: ReplyInfo;

    /// Reads it from an answer without an error code.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Reply`] if the answer does not fit.
    fn read(answer: ApiResponse) -> Result<Self, Error>;

    /// Writes it, for the side that answers. `no_errcode` leaves out `errcode` and `errmsg`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Reply`] if the value cannot be written as JSON.
    fn write(&self, no_errcode: bool) -> Result<ApiResponse, Error>;
}

/// The form of a reply on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReplyForm {
    /// JSON.
    Json,
    /// The content of a file; errors are still JSON.
    File,
}

impl<T> Reply for T
where
    T: fmt::Debug + Serialize + DeserializeOwned + Describe + Send + 'static,
{
    const INFO: ReplyInfo = ReplyInfo { form: ReplyForm::Json, json: Some(Described::of::<T>()) };

    fn read(answer: ApiResponse) -> Result<Self, Error> {
        lenient::from_value(answer.into_json()?).map_err(unreadable)
    }

    fn write(&self, no_errcode: bool) -> Result<ApiResponse, Error> {
        let json = serde_json::to_vec(self).map_err(|error| {
            Error::new(ErrorKind::Reply, "the reply cannot be written as JSON").with_source(error)
        })?;
        Ok(match json.strip_prefix(b"{") {
            Some(rest) if !no_errcode => {
                let comma: &[u8] = if rest == b"}" { b"" } else { b"," };
                let start: &[u8] = br#"{"errcode":0,"errmsg":"ok""#;
                ApiResponse::json([start, comma, rest].concat())
            }
            _ => ApiResponse::json(json),
        })
    }
}

fn unreadable(error: lenient::Error) -> Error {
    Error::new(ErrorKind::Reply, "the answer does not fit the endpoint's declared reply")
        .with_source(error)
}

/// The form of a reply, as data.
#[derive(Debug, Clone, Copy)]
pub struct ReplyInfo {
    /// The form on the wire.
    pub form: ReplyForm,
    /// The form of the JSON of a success; for file replies, the form of the JSON that may come
    /// instead of a file.
    pub json: Option<Described>,
}

/// A success without further data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Describe)]
pub struct Empty {}

/// A file in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Download {
    /// The content.
    pub content: Bytes,
    /// The file name that the platform states, if any.
    pub name: Option<String>,
    /// The media type, if any.
    pub mime: Option<String>,
}

impl Download {
    /// A file without a name and a media type.
    pub fn new(content: impl Into<Bytes>) -> Self {
        Self { content: content.into(), name: None, mime: None }
    }

    /// Sets the name.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the media type.
    pub fn with_mime(mut self, mime: impl Into<String>) -> Self {
        self.mime = Some(mime.into());
        self
    }
}

impl Reply for Download {
    const INFO: ReplyInfo = ReplyInfo { form: ReplyForm::File, json: None };

    fn read(answer: ApiResponse) -> Result<Self, Error> {
        let name = answer.file_name();
        let mime = answer.content_type().map(str::to_owned);
        Ok(Self { name, mime, content: answer.into_body() })
    }

    fn write(&self, _no_errcode: bool) -> Result<ApiResponse, Error> {
        let mime = self.mime.as_deref().unwrap_or("application/octet-stream");
        Ok(ApiResponse::file(self.content.clone(), mime, self.name.as_deref()))
    }
}

/// A file, or JSON for some kinds of content: `media/get` answers with the URL of a video.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileOr<T> {
    /// The content of the file.
    File(Download),
    /// The JSON answer.
    Json(T),
}

impl<T> FileOr<T> {
    /// The file; `None` if the answer is JSON.
    pub fn file(self) -> Option<Download> {
        match self {
            FileOr::File(file) => Some(file),
            FileOr::Json(_) => None,
        }
    }
}

impl<T> Reply for FileOr<T>
where
    T: fmt::Debug + Serialize + DeserializeOwned + Describe + Send + 'static,
{
    const INFO: ReplyInfo = ReplyInfo { form: ReplyForm::File, json: Some(Described::of::<T>()) };

    fn read(answer: ApiResponse) -> Result<Self, Error> {
        match answer.as_json_object() {
            Some(object) => {
                lenient::from_value(object.into()).map(FileOr::Json).map_err(unreadable)
            }
            None => Download::read(answer).map(FileOr::File),
        }
    }

    fn write(&self, no_errcode: bool) -> Result<ApiResponse, Error> {
        match self {
            FileOr::File(file) => file.write(no_errcode),
            FileOr::Json(json) => json.write(no_errcode),
        }
    }
}
