//! What a successful call answers.

use std::fmt;

use bytes::Bytes;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use weixin_protocol::{Describe, Described};

use crate::{Error, ErrorKind, lenient, wire::ApiResponse};

/// Something an endpoint can answer with. Every type declared with `#[endpoint(part)]` is one, and
/// every other that serde can read and write, that can be printed and whose form is declared
/// ([`Describe`]); it travels as JSON. [`Download`] and [`FileOr`] are for endpoints that answer with
/// files.
pub trait Reply: fmt::Debug + Sized + Send + 'static {
    /// The form in which it travels.
    const FORM: ReplyForm = Self::INFO.form;

    /// Its form as data.
    const INFO: ReplyInfo;

    /// Reads it from an answer in which no error code was found.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Reply`] when the answer is something else.
    fn read(answer: ApiResponse) -> Result<Self, Error>;

    /// Writes it, for the side that answers. `no_errcode` leaves out `errcode` and
    /// `errmsg`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Reply`] when the value cannot be written as JSON.
    fn write(&self, no_errcode: bool) -> Result<ApiResponse, Error>;
}

/// The form in which a reply travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReplyForm {
    /// JSON.
    Json,
    /// The content of a file; only an error is JSON.
    File,
}

impl<T> Reply for T
where
    T: fmt::Debug + Serialize + DeserializeOwned + Describe + Send + 'static,
{
    const INFO: ReplyInfo = ReplyInfo { form: ReplyForm::Json, json: Some(T::describe) };

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
    Error::new(ErrorKind::Reply, "the answer is not what the endpoint is known to answer")
        .with_source(error)
}

/// The form of a reply, as data.
#[derive(Debug, Clone, Copy)]
pub struct ReplyInfo {
    /// How it travels.
    pub form: ReplyForm,
    /// The form of the JSON that a success is, or may be where files are answered too.
    pub json: Option<Described>,
}

/// A success that says nothing more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Describe)]
pub struct Empty {}

/// A file the platform answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Download {
    /// The content.
    pub content: Bytes,
    /// The name the platform gives the file, if any.
    pub name: Option<String>,
    /// The media type, if any.
    pub mime: Option<String>,
}

impl Download {
    /// A file without a name and a type.
    pub fn new(content: impl Into<Bytes>) -> Self {
        Self { content: content.into(), name: None, mime: None }
    }

    /// The same file with a name.
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same file with a media type.
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

/// A file, or for some kinds of content JSON: `media/get` answers a video with its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileOr<T> {
    /// The content itself.
    File(Download),
    /// Something about it.
    Json(T),
}

impl<T> FileOr<T> {
    /// The file, if it is one.
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
    const INFO: ReplyInfo = ReplyInfo { form: ReplyForm::File, json: Some(T::describe) };

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
