//! Official samples of requests, responses and pushes: reads an index of them, and compares a
//! sample with what a type keeps of it (feature `samples`).

mod compare;

use std::{
    fs,
    path::{Path, PathBuf},
};

pub use compare::{Comparison, compare};

/// One sample, as a line of an index describes it.
#[derive(Debug, Default, Clone)]
#[non_exhaustive]
pub struct Sample {
    /// `request`, `response` or `event`.
    pub kind: String,
    /// The product, by its name in the catalogue; several are separated by `/`.
    pub product: String,
    /// The HTTP method of a call.
    pub method: String,
    /// The path of a call. A suffix after `#` distinguishes several samples of one endpoint.
    pub path: String,
    /// `MsgType` of a push.
    pub msg_type: String,
    /// `Event` of a push.
    pub event: String,
    /// `InfoType` of a push.
    pub info_type: String,
    /// `ChangeType` of a push.
    pub change_type: String,
    /// The file, relative to the index.
    pub file: String,
    folder: PathBuf,
}

impl Sample {
    /// Reads an index: a CSV file with a header.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or lacks a column. The error is a message for the user.
    pub fn index(path: &Path) -> Result<Vec<Self>, String> {
        let problem = |error: csv::Error| format!("{}: {error}", path.display());
        let mut reader = csv::Reader::from_path(path).map_err(problem)?;
        let header = reader.headers().map_err(problem)?.clone();
        let column = |name: &str| header.iter().position(|column| column == name);
        if let Some(missing) =
            ["kind", "product", "file"].iter().find(|name| column(name).is_none())
        {
            return Err(format!("{}: missing column {missing:?} 缺少该列", path.display()));
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        let sample = |record: csv::StringRecord| {
            let text = |name: &str| {
                column(name).and_then(|at| record.get(at)).unwrap_or_default().trim().to_owned()
            };
            Self {
                kind: text("kind"),
                product: text("product"),
                method: text("method"),
                path: text("path"),
                msg_type: text("msg_type"),
                event: text("event"),
                info_type: text("info_type"),
                change_type: text("change_type"),
                file: text("file"),
                folder: folder.to_owned(),
            }
        };
        reader.records().map(|record| record.map(sample).map_err(problem)).collect()
    }

    /// The content of the file.
    ///
    /// # Errors
    ///
    /// If the file cannot be read. The error is a message for the user.
    pub fn content(&self) -> Result<Vec<u8>, String> {
        let path = self.folder.join(&self.file);
        fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The path without the suffix after `#`.
    pub fn path_only(&self) -> &str {
        self.path.split('#').next().unwrap_or(&self.path)
    }

    /// The host of the call: that of the catalogue, or the product's default. `None` for unknown
    /// calls of WeChat Pay.
    pub fn host(&self) -> Option<&'static str> {
        let known = crate::find(Some(&self.product), Some(&self.method), self.path_only());
        match (known.first(), self.product.as_str()) {
            (Some(entry), _) => Some(entry.host),
            (None, "work") => Some("qyapi.weixin.qq.com"),
            (None, product) if product.starts_with("pay") => None,
            (None, _) => Some("api.weixin.qq.com"),
        }
    }
}
