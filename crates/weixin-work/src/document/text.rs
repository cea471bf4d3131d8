//! Changing texts.

use crate::document::DocumentsHandle;
use weixin_api::endpoint;

/// Changes a text in one go: all of it or nothing.
#[endpoint(POST "/cgi-bin/wedoc/document/batch_update", title = "编辑文档内容",
    doc = "https://developer.work.weixin.qq.com/document/path/97626",
    scope(work), call = documents.update_text)]
pub struct UpdateText {
    /// The document.
    pub docid: String,
    /// The version the changes are made for, no more than 100 behind the newest.
    pub version: Option<i64>,
    /// The changes, one after the other: up to 30.
    pub requests: Vec<TextChange>,
}

/// A change to a text; one of these.
#[endpoint(part)]
#[derive(Default)]
pub struct TextChange {
    /// Puts another text in some places.
    pub replace_text: Option<ReplaceText>,
    /// Inserts a text.
    pub insert_text: Option<InsertText>,
    /// Deletes something.
    pub delete_content: Option<DeleteContent>,
    /// Inserts a picture.
    pub insert_image: Option<InsertImage>,
    /// Inserts a page break.
    pub insert_page_break: Option<InsertAt>,
    /// Inserts a table.
    pub insert_table: Option<InsertTable>,
    /// Inserts a paragraph.
    pub insert_paragraph: Option<InsertAt>,
    /// Changes how a text looks.
    pub update_text_property: Option<UpdateTextProperty>,
}

/// A part of a text.
#[endpoint(part)]
pub struct TextRange {
    /// Where it begins.
    pub start_index: u64,
    /// How long it is.
    pub length: u64,
}

/// A place in a text.
#[endpoint(part)]
pub struct TextLocation {
    /// Where.
    pub index: u64,
}

/// Puts another text in some places.
#[endpoint(part)]
pub struct ReplaceText {
    /// The text.
    pub text: String,
    /// The places.
    pub ranges: Vec<TextRange>,
}

/// Inserts a text.
#[endpoint(part)]
pub struct InsertText {
    /// The text.
    pub text: String,
    /// Where.
    pub location: TextLocation,
}

/// Deletes something.
#[endpoint(part)]
pub struct DeleteContent {
    /// What.
    pub range: TextRange,
}

/// Inserts a picture.
#[endpoint(part)]
pub struct InsertImage {
    /// The picture.
    pub image_id: String,
    /// How wide, in pixels.
    pub width: Option<u32>,
    /// How high, in pixels.
    pub height: Option<u32>,
    /// Where.
    pub location: TextLocation,
}

/// Inserts something.
#[endpoint(part)]
pub struct InsertAt {
    /// Where.
    pub location: TextLocation,
}

/// Inserts a table.
#[endpoint(part)]
pub struct InsertTable {
    /// How many rows.
    pub rows: u32,
    /// How many columns.
    pub cols: u32,
    /// Where.
    pub location: TextLocation,
}

/// Changes how a text looks.
#[endpoint(part)]
pub struct UpdateTextProperty {
    /// Whether it is bold.
    pub bold: Option<bool>,
    /// Its colour: six hexadecimal digits.
    pub color: Option<String>,
    /// The colour behind it: six hexadecimal digits.
    pub background_color: Option<String>,
    /// The same, in the newer form.
    pub text_property: Option<TextProperty>,
    /// The places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranges: Vec<TextRange>,
}

/// How a text looks.
#[endpoint(part)]
#[derive(Default)]
pub struct TextProperty {
    /// Whether it is bold.
    pub bold: Option<bool>,
    /// Its colour: six hexadecimal digits.
    pub color: Option<String>,
    /// The colour behind it: six hexadecimal digits.
    pub background_color: Option<String>,
}
