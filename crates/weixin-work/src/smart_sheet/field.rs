//! Columns.

use serde_json::{Map, Value};
use weixin_api::{Paged, TaggedEnum, endpoint};

use super::record::next_page;
use super::{
    AttachmentDisplay, Currency, LinkDisplay, LocationInput, NumberingMode, NumberingPart,
    SelectOptionId, SheetFieldId, SheetId, SheetViewId,
};
use crate::{ids::DocumentId, smart_sheet::SmartSheetsHandle};

/// Adds columns (fields) to a smart sheet, which holds up to 150.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_fields", title = "添加字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99904",
    scope(work), reply = SheetFieldList, call = smart_sheets.add_fields)]
pub struct AddSheetFields {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to add to.
    pub sheet_id: SheetId,
    /// The columns to add.
    pub fields: Vec<SheetField>,
}

/// Columns of a sheet.
#[endpoint(part, reply_to(AddSheetFields, UpdateSheetFields))]
pub struct SheetFieldList {
    /// The columns, with their ids.
    #[serde(default)]
    pub fields: Vec<SheetField>,
}

/// A column of a sheet (字段) and its settings.
#[endpoint(part)]
pub struct SheetField {
    /// Id of the column; left out when it is added.
    pub field_id: Option<SheetFieldId>,
    /// Title of the column.
    pub field_title: Option<String>,
    /// Type of the column, by `field_type`, and its settings. The type cannot be changed; an update
    /// repeats it.
    #[serde(flatten)]
    pub kind: SheetFieldKind,
}

/// The type of a column (字段类型) and its settings. Settings that are left out are the platform's
/// own, and in an update stay as they are.
///
/// Settings that only one type has convert into it: `SheetField::new(UserProperty::new())`.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "field_type")]
#[non_exhaustive]
pub enum SheetFieldKind {
    /// A text (文本).
    #[tagged(rename = "FIELD_TYPE_TEXT", key = "property_text", from)]
    Text(Option<TextProperty>),
    /// A number (数字).
    #[tagged(rename = "FIELD_TYPE_NUMBER", key = "property_number")]
    Number(Option<NumberProperty>),
    /// A checkbox (复选框).
    #[tagged(rename = "FIELD_TYPE_CHECKBOX", key = "property_checkbox", from)]
    Checkbox(Option<CheckboxProperty>),
    /// A date (日期).
    #[tagged(rename = "FIELD_TYPE_DATE_TIME", key = "property_date_time", from)]
    DateTime(Option<DateTimeProperty>),
    /// Pictures (图片).
    #[tagged(rename = "FIELD_TYPE_IMAGE")]
    Image,
    /// Files (文件).
    #[tagged(rename = "FIELD_TYPE_ATTACHMENT", key = "property_attachment", from)]
    Attachment(Option<AttachmentProperty>),
    /// Members (成员).
    #[tagged(rename = "FIELD_TYPE_USER", key = "property_user", from)]
    User(Option<UserProperty>),
    /// A link (超链接).
    #[tagged(rename = "FIELD_TYPE_URL", key = "property_url", from)]
    Url(Option<UrlProperty>),
    /// Several choices (多选).
    #[tagged(rename = "FIELD_TYPE_SELECT", key = "property_select")]
    Select(Option<SelectProperty>),
    /// One choice (单选).
    #[tagged(rename = "FIELD_TYPE_SINGLE_SELECT", key = "property_single_select")]
    SingleSelect(Option<SelectProperty>),
    /// Who created the record (创建人).
    #[tagged(rename = "FIELD_TYPE_CREATED_USER")]
    CreatedUser,
    /// Who last changed the record (最后编辑人).
    #[tagged(rename = "FIELD_TYPE_MODIFIED_USER")]
    ModifiedUser,
    /// When the record was created (创建时间).
    #[tagged(rename = "FIELD_TYPE_CREATED_TIME", key = "property_created_time")]
    CreatedTime(Option<TimeProperty>),
    /// When the record was last changed (最后编辑时间).
    #[tagged(rename = "FIELD_TYPE_MODIFIED_TIME", key = "property_modified_time")]
    ModifiedTime(Option<TimeProperty>),
    /// Progress, in percent (进度).
    #[tagged(rename = "FIELD_TYPE_PROGRESS", key = "property_progress", from)]
    Progress(Option<DecimalsProperty>),
    /// A phone number (电话).
    #[tagged(rename = "FIELD_TYPE_PHONE_NUMBER")]
    PhoneNumber,
    /// A mail address (邮箱).
    #[tagged(rename = "FIELD_TYPE_EMAIL")]
    Email,
    /// Records of a sheet (关联).
    #[tagged(rename = "FIELD_TYPE_REFERENCE", key = "property_reference", from)]
    Reference(Option<ReferenceProperty>),
    /// A place (地理位置).
    #[tagged(rename = "FIELD_TYPE_LOCATION", key = "property_location", from)]
    Location(Option<LocationProperty>),
    /// The result of a formula (公式).
    #[tagged(rename = "FIELD_TYPE_FORMULA")]
    Formula,
    /// An amount of money (货币).
    #[tagged(rename = "FIELD_TYPE_CURRENCY", key = "property_currency", from)]
    Currency(Option<CurrencyProperty>),
    /// Group chats (群).
    #[tagged(rename = "FIELD_TYPE_WWGROUP", key = "property_ww_group", from)]
    GroupChat(Option<GroupProperty>),
    /// An automatic number (自动编号).
    #[tagged(rename = "FIELD_TYPE_AUTONUMBER", key = "property_auto_number", from)]
    AutoNumber(Option<AutoNumberProperty>),
    /// A percentage (百分数).
    #[tagged(rename = "FIELD_TYPE_PERCENTAGE", key = "property_percentage")]
    Percentage(Option<NumberProperty>),
    /// A bar code (条码).
    #[tagged(rename = "FIELD_TYPE_BARCODE", key = "property_barcode", from)]
    Barcode(Option<BarcodeProperty>),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// The settings of a column of texts, of which there are none.
#[endpoint(part)]
#[derive(Default)]
pub struct TextProperty {}

/// The settings of a column of numbers or percentages.
#[endpoint(part)]
#[derive(Default)]
pub struct NumberProperty {
    /// Number of decimals: 0 to 4, or -1 to show numbers as they were entered.
    pub decimal_places: Option<i32>,
    /// Whether thousands are separated.
    pub use_separate: Option<bool>,
}

/// The settings of a column of checkboxes.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckboxProperty {
    /// Whether the checkbox of a new record is ticked.
    pub checked: Option<bool>,
}

/// The settings of a column of dates.
#[endpoint(part)]
#[derive(Default)]
pub struct DateTimeProperty {
    /// Format of the date, such as `yyyy-mm-dd`.
    pub format: Option<String>,
    /// Whether a new record gets the time of its creation.
    pub auto_fill: Option<bool>,
}

/// The settings of a column of files.
#[endpoint(part)]
#[derive(Default)]
pub struct AttachmentProperty {
    /// How files are shown.
    pub display_mode: Option<AttachmentDisplay>,
}

/// The settings of a column of members.
#[endpoint(part)]
#[derive(Default)]
pub struct UserProperty {
    /// Whether a record can hold several members.
    pub is_multiple: Option<bool>,
    /// Whether members are notified when they are entered.
    pub is_notified: Option<bool>,
}

/// The settings of a column of links.
#[endpoint(part)]
#[derive(Default)]
pub struct UrlProperty {
    /// How links are shown.
    #[serde(rename = "type")]
    pub kind: Option<LinkDisplay>,
}

/// The settings of a column of choices.
#[endpoint(part)]
#[derive(Default)]
pub struct SelectProperty {
    /// Whether options can be added while a record is edited.
    pub is_quick_add: Option<bool>,
    /// Whether several options can be chosen.
    pub is_multiple: Option<bool>,
    /// The options to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<SelectChoice>,
}

/// An option of a column of choices.
#[endpoint(part)]
#[derive(Default)]
pub struct SelectChoice {
    /// Id of the option; left out for a new one.
    pub id: Option<SelectOptionId>,
    /// The words of the option.
    pub text: Option<String>,
    /// Colour of the option: 1 to 27, as the platform numbers its palette.
    pub style: Option<u32>,
}

/// The settings of a column with the time of creation or of the last change.
#[endpoint(part)]
#[derive(Default)]
pub struct TimeProperty {
    /// Format of the time, such as `yyyy-mm-dd`.
    pub format: Option<String>,
}

/// The settings of a column of progress.
#[endpoint(part)]
#[derive(Default)]
pub struct DecimalsProperty {
    /// Number of decimals: 0 to 4, or -1 to show numbers as they were entered.
    pub decimal_places: Option<i32>,
}

/// The settings of a column that refers to records of a sheet (关联).
#[endpoint(part)]
#[derive(Default)]
pub struct ReferenceProperty {
    /// The sheet whose records it refers to; its own sheet if left out.
    pub sub_id: Option<SheetId>,
    /// The column of that sheet whose values are shown.
    pub field_id: Option<SheetFieldId>,
    /// Whether a record can refer to several records.
    pub is_multiple: Option<bool>,
    /// The view of that sheet whose records can be chosen.
    pub view_id: Option<SheetViewId>,
}

/// The settings of a column of places.
#[endpoint(part)]
#[derive(Default)]
pub struct LocationProperty {
    /// How places are entered.
    pub input_type: Option<LocationInput>,
}

/// The settings of a column of automatic numbers.
#[endpoint(part)]
#[derive(Default)]
pub struct AutoNumberProperty {
    /// How numbers are formed.
    pub input_type: Option<NumberingMode>,
    /// The parts of a number, in order, for [`NumberingMode::Custom`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<AutoNumberRule>,
    /// Whether existing records get new numbers.
    pub reformat_existing_record: Option<bool>,
}

/// A part of an automatic number.
#[endpoint(part)]
#[derive(Default)]
pub struct AutoNumberRule {
    /// What the part is.
    #[serde(rename = "type")]
    pub kind: Option<NumberingPart>,
    /// The number of digits, the fixed text, or the format of the time, such as `YYYYMMDD`, as
    /// `kind` says.
    pub value: Option<String>,
}

/// The settings of a column of amounts of money.
#[endpoint(part)]
#[derive(Default)]
pub struct CurrencyProperty {
    /// The currency of the amounts.
    pub currency_type: Option<Currency>,
    /// Number of decimals: 0 to 4, or -1 to show amounts as they were entered.
    pub decimal_places: Option<i32>,
    /// Whether thousands are separated.
    pub use_separate: Option<bool>,
}

/// The settings of a column of group chats.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupProperty {
    /// Whether a record can hold several group chats.
    pub allow_multiple: Option<bool>,
}

/// The settings of a column of bar codes.
#[endpoint(part)]
#[derive(Default)]
pub struct BarcodeProperty {
    /// Whether codes can be entered only by scanning them with a phone.
    pub mobile_scan_only: Option<bool>,
}

/// Changes the titles and settings of columns, but not their types.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_fields", title = "更新字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99906",
    scope(work), retry = safe, reply = SheetFieldList, call = smart_sheets.update_fields)]
pub struct UpdateSheetFields {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the columns.
    pub sheet_id: SheetId,
    /// The columns in their new form, with their ids and types.
    pub fields: Vec<SheetField>,
}

/// Deletes columns (fields) from a smart sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_fields", title = "删除字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99906",
    scope(work), retry = safe, call = smart_sheets.delete_fields)]
pub struct DeleteSheetFields {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the columns.
    pub sheet_id: SheetId,
    /// The columns to delete.
    pub field_ids: Vec<SheetFieldId>,
}

/// Returns the columns (fields) of a smart sheet, a page at a time.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_fields", title = "查询字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99914",
    scope(work), retry = safe, reply = SheetFields, call = smart_sheets.fields)]
pub struct GetSheetFields {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to list.
    pub sheet_id: SheetId,
    /// Only columns of this view.
    pub view_id: Option<SheetViewId>,
    /// Only these columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_ids: Vec<SheetFieldId>,
    /// Only columns with these titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_titles: Vec<String>,
    /// How many columns to skip.
    pub offset: Option<u64>,
    /// How many at most: up to 1,000, which is what 0 means.
    pub limit: Option<u32>,
}

/// A page of columns.
#[endpoint(part, reply_to(GetSheetFields))]
pub struct SheetFields {
    /// How many columns match.
    pub total: Option<u64>,
    /// Whether there are further pages.
    pub has_more: Option<bool>,
    /// The `offset` of the next page.
    pub next: Option<u64>,
    /// The columns of this page.
    #[serde(default)]
    pub fields: Vec<SheetField>,
}

impl Paged for GetSheetFields {
    type Item = SheetField;
    fn split_page(self, page: SheetFields) -> (Vec<SheetField>, Option<Self>) {
        let next = next_page(self.offset, page.next, page.has_more);
        (page.fields, next.map(|next| self.offset(next)))
    }
}
