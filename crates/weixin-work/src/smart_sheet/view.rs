//! Views of a sheet.

use crate::smart_sheet::SmartSheetsHandle;
use std::collections::BTreeMap;

use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

use super::record::next_page;

/// Adds a view of a sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_view", title = "添加视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99896",
    scope(work), reply = AddedSheetView, call = smart_sheets.add_view)]
pub struct AddSheetView {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// Its name.
    pub view_title: String,
    /// Its kind: `VIEW_TYPE_GRID`, `VIEW_TYPE_KANBAN`, `VIEW_TYPE_GALLERY`, `VIEW_TYPE_GANTT` or
    /// `VIEW_TYPE_CALENDAR`.
    pub view_type: String,
    /// The time of a record, for `VIEW_TYPE_GANTT`.
    pub property_gantt: Option<ViewDates>,
    /// The time of a record, for `VIEW_TYPE_CALENDAR`.
    pub property_calendar: Option<ViewDates>,
}

/// Which columns hold the time of a record.
#[endpoint(part)]
pub struct ViewDates {
    /// When it begins.
    pub start_date_field_id: String,
    /// When it ends.
    pub end_date_field_id: String,
}

/// A view that was added.
#[endpoint(part, reply_to(AddSheetView))]
pub struct AddedSheetView {
    /// The view.
    pub view: SheetView,
}

/// A view of a sheet.
#[endpoint(part)]
pub struct SheetView {
    /// The view.
    pub view_id: String,
    /// Its name.
    pub view_title: Option<String>,
    /// Its kind; see [`AddSheetView::view_type`].
    pub view_type: Option<String>,
    /// How it is shown.
    pub property: Option<ViewProperty>,
}

/// How a view is shown.
#[endpoint(part)]
#[derive(Default)]
pub struct ViewProperty {
    /// Whether it is put in order by itself.
    pub auto_sort: Option<bool>,
    /// The order.
    pub sort_spec: Option<SortSpec>,
    /// What is put together.
    pub group_spec: Option<GroupSpec>,
    /// What is shown.
    pub filter_spec: Option<FilterSpec>,
    /// Whether columns are added up.
    pub is_field_stat_enabled: Option<bool>,
    /// Which columns are shown, by their number.
    pub field_visibility: Option<BTreeMap<String, bool>>,
    /// How many columns stay in place.
    pub frozen_field_count: Option<u32>,
    /// What is coloured.
    pub color_config: Option<ColorConfig>,
}

/// An order.
#[endpoint(part)]
pub struct SortSpec {
    /// The columns, the most important first.
    #[serde(default)]
    pub sort_infos: Vec<SortInfo>,
}

/// A column to order or put together by.
#[endpoint(part)]
pub struct SortInfo {
    /// The column.
    pub field_id: Option<String>,
    /// Its name, where columns are named so.
    pub field_title: Option<String>,
    /// Whether the largest comes first.
    pub desc: Option<bool>,
}

/// What is put together.
#[endpoint(part)]
pub struct GroupSpec {
    /// The columns, the most important first.
    #[serde(default)]
    pub groups: Vec<SortInfo>,
}

/// What is shown.
#[endpoint(part)]
pub struct FilterSpec {
    /// Whether all conditions must hold (`CONJUNCTION_AND`) or one (`CONJUNCTION_OR`).
    pub conjunction: String,
    /// The conditions.
    #[serde(default)]
    pub conditions: Vec<FilterCondition>,
}

/// A condition.
#[endpoint(part)]
pub struct FilterCondition {
    /// The column.
    pub field_id: String,
    /// Its kind; see [`SheetField::field_type`](super::SheetField::field_type).
    pub field_type: Option<String>,
    /// What must be so: `OPERATOR_IS`, `OPERATOR_IS_NOT`, `OPERATOR_CONTAINS`,
    /// `OPERATOR_IS_GREATER`, `OPERATOR_IS_EMPTY`, …
    pub operator: String,
    /// What a text is compared with.
    pub string_value: Option<TextValues>,
    /// What a number is compared with.
    pub number_value: Option<NumberValue>,
    /// What a tick is compared with.
    pub bool_value: Option<BoolValue>,
    /// What members are compared with.
    pub user_value: Option<UserValues>,
    /// What a time is compared with.
    pub date_time_value: Option<DateTimeValue>,
}

/// What a text is compared with.
#[endpoint(part)]
pub struct TextValues {
    /// The texts.
    #[serde(default)]
    pub value: Vec<String>,
}

/// What a number is compared with.
#[endpoint(part)]
pub struct NumberValue {
    /// The number.
    pub value: f64,
}

/// What a tick is compared with.
#[endpoint(part)]
pub struct BoolValue {
    /// The tick.
    pub value: bool,
}

/// What members are compared with.
#[endpoint(part)]
pub struct UserValues {
    /// The members.
    #[serde(default)]
    pub value: Vec<UserId>,
}

/// What a time is compared with.
#[endpoint(part)]
pub struct DateTimeValue {
    /// What it is: `DATE_TIME_TYPE_DETAIL_DATE`, `DATE_TIME_TYPE_TODAY`,
    /// `DATE_TIME_TYPE_THE_PAST_N_DAYS`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// The time in milliseconds since 1970, or the number of days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value: Vec<String>,
}

/// What is coloured.
#[endpoint(part)]
pub struct ColorConfig {
    /// The rules.
    #[serde(default)]
    pub conditions: Vec<ColorCondition>,
}

/// What is coloured when.
#[endpoint(part)]
pub struct ColorCondition {
    /// The rule.
    pub id: Option<String>,
    /// What is coloured: `VIEW_COLOR_CONDITION_TYPE_ROW`, `…_COLUMN` or `…_CELL`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The colour, as in `fillColorGray_2`.
    pub color: String,
    /// When.
    pub condition: FilterCondition,
}

/// Changes a view; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_view", title = "更新视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99902",
    scope(work), retry = safe, call = smart_sheets.update_view)]
pub struct UpdateSheetView {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The view.
    pub view_id: String,
    /// Its name.
    pub view_title: Option<String>,
    /// How it is shown.
    pub property: Option<ViewProperty>,
}

/// Deletes views.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_views", title = "删除视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99901",
    scope(work), retry = safe, call = smart_sheets.delete_views)]
pub struct DeleteSheetViews {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The views.
    pub view_ids: Vec<String>,
}

/// Gives the views of a sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_views", title = "查询视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99913",
    scope(work), retry = safe, reply = SheetViews, call = smart_sheets.views)]
pub struct GetSheetViews {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// Only these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub view_ids: Vec<String>,
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of views.
#[endpoint(part, reply_to(GetSheetViews))]
pub struct SheetViews {
    /// How many there are.
    pub total: Option<u64>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next: Option<u64>,
    /// The views.
    #[serde(default)]
    pub views: Vec<SheetView>,
}

impl Paged for GetSheetViews {
    type Item = SheetView;
    fn split_page(self, page: SheetViews) -> (Vec<SheetView>, Option<Self>) {
        let next = next_page(self.offset, page.next, page.has_more);
        (page.views, next.map(|next| self.offset(next)))
    }
}
