//! Changing text documents.

use super::DocumentImageId;
use crate::document::DocumentsHandle;
use crate::ids::DocumentId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use weixin_api::{Describe, endpoint};

/// Applies changes to a text document: all of them or, if one fails, none.
#[endpoint(POST "/cgi-bin/wedoc/document/batch_update", title = "编辑文档内容",
    doc = "https://developer.work.weixin.qq.com/document/path/97626",
    scope(work), call = documents.update_text)]
pub struct UpdateText {
    /// The document to change.
    pub docid: DocumentId,
    /// The version that the positions in `requests` refer to; at most 100 versions older than the
    /// newest. The newest if left out.
    pub version: Option<i64>,
    /// The changes, applied in this order: 1 to 30.
    pub requests: Vec<TextChange>,
}

/// A change to a text document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TextChange {
    /// Replaces texts.
    ReplaceText(ReplaceText),
    /// Inserts a text.
    InsertText(InsertText),
    /// Deletes content.
    DeleteContent(DeleteContent),
    /// Inserts an image.
    InsertImage(InsertImage),
    /// Inserts a page break.
    InsertPageBreak(InsertAt),
    /// Inserts a table.
    InsertTable(InsertTable),
    /// Inserts a paragraph.
    InsertParagraph(InsertAt),
    /// Changes the format of texts.
    UpdateTextProperty(UpdateTextProperty),
    /// A change that this version does not know, as JSON.
    #[serde(untagged)]
    Other(Value),
}

/// A range of a text document.
#[endpoint(part)]
pub struct TextRange {
    /// Position of the first character, counted from 0.
    pub start_index: u64,
    /// Number of characters.
    pub length: u64,
}

/// A position in a text document.
#[endpoint(part)]
pub struct TextLocation {
    /// The position, in characters from 0.
    pub index: u64,
}

/// Replaces texts.
#[endpoint(part)]
pub struct ReplaceText {
    /// The new text.
    pub text: String,
    /// The ranges to replace.
    pub ranges: Vec<TextRange>,
}

/// Inserts a text.
#[endpoint(part)]
pub struct InsertText {
    /// The text to insert.
    pub text: String,
    /// The position to insert at.
    pub location: TextLocation,
}

/// Deletes content.
#[endpoint(part)]
pub struct DeleteContent {
    /// The range to delete.
    pub range: TextRange,
}

/// Inserts an image.
#[endpoint(part)]
pub struct InsertImage {
    /// The image, as the upload of images for documents returned it (上传文档图片).
    pub image_id: DocumentImageId,
    /// Width in pixels; that of the image if left out.
    pub width: Option<u32>,
    /// Height in pixels; that of the image if left out.
    pub height: Option<u32>,
    /// The position to insert at.
    pub location: TextLocation,
}

/// Inserts a paragraph or a page break.
#[endpoint(part)]
pub struct InsertAt {
    /// The position to insert at.
    pub location: TextLocation,
}

/// Inserts a table.
#[endpoint(part)]
pub struct InsertTable {
    /// Number of rows.
    pub rows: u32,
    /// Number of columns.
    pub cols: u32,
    /// The position to insert at.
    pub location: TextLocation,
}

/// Changes the format of texts.
#[endpoint(part)]
pub struct UpdateTextProperty {
    /// Whether the text is bold. In the newer form of the request it belongs into `text_property`.
    pub bold: Option<bool>,
    /// Colour of the text: six hexadecimal digits (`RRGGBB`). In the newer form of the request it
    /// belongs into `text_property`.
    pub color: Option<String>,
    /// Colour behind the text: six hexadecimal digits (`RRGGBB`). In the newer form of the request
    /// it belongs into `text_property`.
    pub background_color: Option<String>,
    /// The format, in the newer form of the request.
    pub text_property: Option<TextProperty>,
    /// The ranges to format.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<TextRange>,
}

/// The format of a text. Fields that are left out stay unchanged.
#[endpoint(part)]
#[derive(Default)]
pub struct TextProperty {
    /// Whether the text is bold.
    pub bold: Option<bool>,
    /// Colour of the text: six hexadecimal digits (`RRGGBB`).
    pub color: Option<String>,
    /// Colour behind the text: six hexadecimal digits (`RRGGBB`).
    pub background_color: Option<String>,
}
