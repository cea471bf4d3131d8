//! Columns.

use crate::smart_sheet::SmartSheetsHandle;
use weixin_api::{Paged, endpoint};

use super::record::next_page;

/// Adds columns to a sheet: no more than 150 in all.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_fields", title = "添加字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99904",
    scope(work), reply = SheetFieldList, call = smart_sheets.add_fields)]
pub struct AddSheetFields {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The columns.
    pub fields: Vec<SheetField>,
}

/// Columns.
#[endpoint(part, reply_to(AddSheetFields, UpdateSheetFields))]
pub struct SheetFieldList {
    /// The columns.
    #[serde(default)]
    pub fields: Vec<SheetField>,
}

/// A column.
#[endpoint(part)]
pub struct SheetField {
    /// The column; left out when it is added.
    pub field_id: Option<String>,
    /// Its name.
    pub field_title: Option<String>,
    /// Its kind: `FIELD_TYPE_TEXT`, `…_NUMBER`, `…_CHECKBOX`, `…_DATE_TIME`, `…_IMAGE`,
    /// `…_ATTACHMENT`, `…_USER`, `…_URL`, `…_SELECT`, `…_SINGLE_SELECT`, `…_PROGRESS`,
    /// `…_LOCATION`, `…_CURRENCY`, `…_PERCENTAGE`, … It cannot be changed.
    pub field_type: String,
    /// For texts.
    pub property_text: Option<TextProperty>,
    /// For numbers.
    pub property_number: Option<NumberProperty>,
    /// For ticks.
    pub property_checkbox: Option<CheckboxProperty>,
    /// For times.
    pub property_date_time: Option<DateTimeProperty>,
    /// For files.
    pub property_attachment: Option<AttachmentProperty>,
    /// For members.
    pub property_user: Option<UserProperty>,
    /// For links.
    pub property_url: Option<UrlProperty>,
    /// For choices of several.
    pub property_select: Option<SelectProperty>,
    /// For when a record was made.
    pub property_created_time: Option<TimeProperty>,
    /// For when a record was changed.
    pub property_modified_time: Option<TimeProperty>,
    /// For progress.
    pub property_progress: Option<DecimalsProperty>,
    /// For choices of one.
    pub property_single_select: Option<SelectProperty>,
    /// For records of other sheets.
    pub property_reference: Option<ReferenceProperty>,
    /// For places.
    pub property_location: Option<LocationProperty>,
    /// For numbers given by itself.
    pub property_auto_number: Option<AutoNumberProperty>,
    /// For money.
    pub property_currency: Option<CurrencyProperty>,
    /// For group chats.
    pub property_ww_group: Option<GroupProperty>,
    /// For percentages.
    pub property_percentage: Option<NumberProperty>,
    /// For bar codes.
    pub property_barcode: Option<BarcodeProperty>,
}

/// A text has no settings.
#[endpoint(part)]
#[derive(Default)]
pub struct TextProperty {}

/// How numbers are shown.
#[endpoint(part)]
#[derive(Default)]
pub struct NumberProperty {
    /// How many decimals.
    pub decimal_places: Option<i32>,
    /// Whether thousands are kept apart.
    pub use_separate: Option<bool>,
}

/// How ticks begin.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckboxProperty {
    /// Whether they are set.
    pub checked: Option<bool>,
}

/// How times are shown.
#[endpoint(part)]
#[derive(Default)]
pub struct DateTimeProperty {
    /// The form, as in `yyyy-mm-dd`.
    pub format: Option<String>,
    /// Whether it is the time a record is made.
    pub auto_fill: Option<bool>,
}

/// How files are shown.
#[endpoint(part)]
#[derive(Default)]
pub struct AttachmentProperty {
    /// `DISPLAY_MODE_LIST` or `DISPLAY_MODE_GRID`.
    pub display_mode: Option<String>,
}

/// Which members there can be.
#[endpoint(part)]
#[derive(Default)]
pub struct UserProperty {
    /// Whether several.
    pub is_multiple: Option<bool>,
    /// Whether they are told.
    pub is_notified: Option<bool>,
}

/// How links are shown.
#[endpoint(part)]
#[derive(Default)]
pub struct UrlProperty {
    /// `LINK_TYPE_PURE_TEXT` or `LINK_TYPE_ICON_TEXT`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

/// What can be chosen.
#[endpoint(part)]
#[derive(Default)]
pub struct SelectProperty {
    /// Whether options are added while filling in.
    pub is_quick_add: Option<bool>,
    /// Whether several can be chosen.
    pub is_multiple: Option<bool>,
    /// The options.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<SelectChoice>,
}

/// An option.
#[endpoint(part)]
#[derive(Default)]
pub struct SelectChoice {
    /// The option.
    pub id: Option<String>,
    /// What it says.
    pub text: Option<String>,
    /// Its colour: 1 to 27.
    pub style: Option<u32>,
}

/// How times are shown.
#[endpoint(part)]
#[derive(Default)]
pub struct TimeProperty {
    /// The form, as in `yyyy-mm-dd`.
    pub format: Option<String>,
}

/// How numbers are shown.
#[endpoint(part)]
#[derive(Default)]
pub struct DecimalsProperty {
    /// How many decimals.
    pub decimal_places: Option<i32>,
}

/// Which records there can be.
#[endpoint(part)]
#[derive(Default)]
pub struct ReferenceProperty {
    /// The sheet; this one if left out.
    pub sub_id: Option<String>,
    /// The column.
    pub field_id: Option<String>,
    /// Whether several.
    pub is_multiple: Option<bool>,
    /// The view.
    pub view_id: Option<String>,
}

/// How places are told.
#[endpoint(part)]
#[derive(Default)]
pub struct LocationProperty {
    /// `LOCATION_INPUT_TYPE_MANUAL` or `LOCATION_INPUT_TYPE_AUTO`.
    pub input_type: Option<String>,
}

/// How numbers are given.
#[endpoint(part)]
#[derive(Default)]
pub struct AutoNumberProperty {
    /// Whether by rules (`NUMBER_TYPE_CUSTOM`) or counting up (`NUMBER_TYPE_INCR`).
    pub input_type: Option<String>,
    /// The rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<AutoNumberRule>,
    /// Whether records that are there get numbers anew.
    pub reformat_existing_record: Option<bool>,
}

/// A part of a number.
#[endpoint(part)]
#[derive(Default)]
pub struct AutoNumberRule {
    /// What it is, such as `NUMBER_RULE_TYPE_INCR` or `NUMBER_RULE_TYPE_FIXED_CHAR`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// How many digits, the text, or the form of the time.
    pub value: Option<String>,
}

/// How money is shown.
#[endpoint(part)]
#[derive(Default)]
pub struct CurrencyProperty {
    /// The currency, as in `CURRENCY_TYPE_CNY`.
    pub currency_type: Option<String>,
    /// How many decimals.
    pub decimal_places: Option<i32>,
    /// Whether thousands are kept apart.
    pub use_separate: Option<bool>,
}

/// Which group chats there can be.
#[endpoint(part)]
#[derive(Default)]
pub struct GroupProperty {
    /// Whether several.
    pub allow_multiple: Option<bool>,
}

/// How bar codes are told.
#[endpoint(part)]
#[derive(Default)]
pub struct BarcodeProperty {
    /// Whether only by a phone's camera.
    pub mobile_scan_only: Option<bool>,
}

/// Changes the names and settings of columns, but not their kinds.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_fields", title = "更新字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99906",
    scope(work), retry = safe, reply = SheetFieldList, call = smart_sheets.update_fields)]
pub struct UpdateSheetFields {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The columns.
    pub fields: Vec<SheetField>,
}

/// Deletes columns.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_fields", title = "删除字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99906",
    scope(work), retry = safe, call = smart_sheets.delete_fields)]
pub struct DeleteSheetFields {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The columns.
    pub field_ids: Vec<String>,
}

/// Gives the columns of a sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_fields", title = "查询字段",
    doc = "https://developer.work.weixin.qq.com/document/path/99914",
    scope(work), retry = safe, reply = SheetFields, call = smart_sheets.fields)]
pub struct GetSheetFields {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// Only those of this view.
    pub view_id: Option<String>,
    /// Only these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_ids: Vec<String>,
    /// Only these, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_titles: Vec<String>,
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of columns.
#[endpoint(part, reply_to(GetSheetFields))]
pub struct SheetFields {
    /// How many there are.
    pub total: Option<u64>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next: Option<u64>,
    /// The columns.
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
