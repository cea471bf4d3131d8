//! What a successful call answers.

use std::fmt;

use bytes::Bytes;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{Error, ErrorKind, lenient, wire::Answer};

/// Something an endpoint can answer with. Every type that serde can read and write, and that can be
/// printed, is one, as JSON; [`Download`] and [`FileOr`] are for endpoints that answer with files.
pub trait Reply: fmt::Debug + Sized + Send + 'static {
    /// The form in which it travels.
    const FORM: ReplyForm;

    /// Reads it from an answer in which no error code was found.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Reply`] when the answer is something else.
    fn read(answer: Answer) -> Result<Self, Error>;

    /// Writes it, for the side that answers. `bare` leaves out `errcode` and `errmsg`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Reply`] when the value cannot be written as JSON.
    fn write(&self, bare: bool) -> Result<Answer, Error>;
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

impl<T: fmt::Debug + Serialize + DeserializeOwned + Send + 'static> Reply for T {
    const FORM: ReplyForm = ReplyForm::Json;

    fn read(answer: Answer) -> Result<Self, Error> {
        lenient::from_value(answer.into_json()?).map_err(unreadable)
    }

    fn write(&self, bare: bool) -> Result<Answer, Error> {
        let json = serde_json::to_vec(self).map_err(|error| {
            Error::new(ErrorKind::Reply, "the reply cannot be written as JSON").with_source(error)
        })?;
        Ok(match json.strip_prefix(b"{") {
            Some(rest) if !bare => {
                let comma: &[u8] = if rest == b"}" { b"" } else { b"," };
                let start: &[u8] = br#"{"errcode":0,"errmsg":"ok""#;
                Answer::json([start, comma, rest].concat())
            }
            _ => Answer::json(json),
        })
    }
}

fn unreadable(error: lenient::Error) -> Error {
    Error::new(ErrorKind::Reply, "the answer is not what the endpoint is known to answer")
        .with_source(error)
}

/// A success that says nothing more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    const FORM: ReplyForm = ReplyForm::File;

    fn read(answer: Answer) -> Result<Self, Error> {
        let name = answer.file_name();
        let mime = answer.content_type().map(str::to_owned);
        Ok(Self { name, mime, content: answer.into_body() })
    }

    fn write(&self, _bare: bool) -> Result<Answer, Error> {
        let mime = self.mime.as_deref().unwrap_or("application/octet-stream");
        Ok(Answer::file(self.content.clone(), mime, self.name.as_deref()))
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

impl<T: fmt::Debug + Serialize + DeserializeOwned + Send + 'static> Reply for FileOr<T> {
    const FORM: ReplyForm = ReplyForm::File;

    fn read(answer: Answer) -> Result<Self, Error> {
        match answer.as_json_object() {
            Some(object) => {
                lenient::from_value(object.into()).map(FileOr::Json).map_err(unreadable)
            }
            None => Download::read(answer).map(FileOr::File),
        }
    }

    fn write(&self, bare: bool) -> Result<Answer, Error> {
        match self {
            FileOr::File(file) => file.write(bare),
            FileOr::Json(json) => json.write(bare),
        }
    }
}
