//! Views of a sheet.

use std::collections::BTreeMap;

use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

use super::record::next_page;
use super::{
    ColorRuleId, ColorTarget, Conjunction, DateTimeKind, FilterOperator, SheetFieldId,
    SheetFieldType, SheetId, SheetViewId, SheetViewType,
};
use crate::{ids::DocumentId, smart_sheet::SmartSheetsHandle};

/// Adds a view to a smart sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_view", title = "添加视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99896",
    scope(work), reply = AddedSheetView, call = smart_sheets.add_view)]
pub struct AddSheetView {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to add to.
    pub sheet_id: SheetId,
    /// Title that is shown on the tab of the view.
    pub view_title: String,
    /// Whether it is a table, a board, a gallery, a chart or a calendar.
    pub view_type: SheetViewType,
    /// The dates of a record, for [`SheetViewType::Gantt`].
    pub property_gantt: Option<ViewDates>,
    /// The dates of a record, for [`SheetViewType::Calendar`].
    pub property_calendar: Option<ViewDates>,
}

/// The columns that hold the dates of a record.
#[endpoint(part)]
pub struct ViewDates {
    /// The column with the beginning.
    pub start_date_field_id: SheetFieldId,
    /// The column with the end.
    pub end_date_field_id: SheetFieldId,
}

/// A view that was added.
#[endpoint(part, reply_to(AddSheetView))]
pub struct AddedSheetView {
    /// The new view, with its id.
    pub view: SheetView,
}

/// A view of a sheet.
#[endpoint(part)]
pub struct SheetView {
    /// Id of the view.
    pub view_id: SheetViewId,
    /// Title that is shown on the tab of the view.
    pub view_title: Option<String>,
    /// Whether it is a table, a board, a gallery, a chart or a calendar.
    pub view_type: Option<SheetViewType>,
    /// Sorting, grouping, filter and colours.
    pub property: Option<ViewProperty>,
}

/// How a view sorts, groups, filters and colours records.
#[endpoint(part)]
#[derive(Default)]
pub struct ViewProperty {
    /// Whether records are sorted again after each change.
    pub auto_sort: Option<bool>,
    /// The columns to sort by.
    pub sort_spec: Option<SortSpec>,
    /// The columns to group by.
    pub group_spec: Option<GroupSpec>,
    /// The conditions that shown records meet.
    pub filter_spec: Option<FilterSpec>,
    /// Whether statistics of the columns are shown (字段统计).
    pub is_field_stat_enabled: Option<bool>,
    /// Whether a column is shown, by column.
    pub field_visibility: Option<BTreeMap<SheetFieldId, bool>>,
    /// How many columns are frozen, from the first.
    pub frozen_field_count: Option<u32>,
    /// The rules by which records are coloured.
    pub color_config: Option<ColorConfig>,
}

/// The columns to sort by.
#[endpoint(part)]
pub struct SortSpec {
    /// The columns, the most important first.
    #[serde(default)]
    pub sort_infos: Vec<SortInfo>,
}

/// A column to sort or group by.
#[endpoint(part)]
pub struct SortInfo {
    /// Id of the column.
    pub field_id: Option<SheetFieldId>,
    /// Title of the column, where columns are named by title.
    pub field_title: Option<String>,
    /// Whether the order is descending.
    pub desc: Option<bool>,
}

/// The columns to group by.
#[endpoint(part)]
pub struct GroupSpec {
    /// The columns, the most important first.
    #[serde(default)]
    pub groups: Vec<SortInfo>,
}

/// The conditions that records must meet.
#[endpoint(part)]
pub struct FilterSpec {
    /// Whether all conditions must be met or one of them; missing in an empty filter.
    pub conjunction: Option<Conjunction>,
    /// The conditions to meet.
    #[serde(default)]
    pub conditions: Vec<FilterCondition>,
}

/// A condition on the cell of a column.
#[endpoint(part)]
pub struct FilterCondition {
    /// The column to test.
    pub field_id: SheetFieldId,
    /// Type of the column.
    pub field_type: Option<SheetFieldType>,
    /// How the cell is compared with the value.
    pub operator: FilterOperator,
    /// The value for a text, a link, a place or a choice.
    pub string_value: Option<TextValues>,
    /// The value for a number or progress.
    pub number_value: Option<NumberValue>,
    /// The value for a checkbox.
    pub bool_value: Option<BoolValue>,
    /// The value for a member.
    pub user_value: Option<UserValues>,
    /// The value for a date or time.
    pub date_time_value: Option<DateTimeValue>,
}

/// Texts that a cell is compared with.
#[endpoint(part)]
pub struct TextValues {
    /// The texts to compare with.
    #[serde(default)]
    pub value: Vec<String>,
}

/// A number that a cell is compared with.
#[endpoint(part)]
pub struct NumberValue {
    /// The number to compare with.
    pub value: f64,
}

/// The state that a checkbox is compared with.
#[endpoint(part)]
pub struct BoolValue {
    /// Whether it must be ticked.
    pub value: bool,
}

/// Members that a cell is compared with.
#[endpoint(part)]
pub struct UserValues {
    /// The members to compare with.
    #[serde(default)]
    pub value: Vec<UserId>,
}

/// A date that a cell is compared with.
#[endpoint(part)]
pub struct DateTimeValue {
    /// Whether it is a fixed date or one relative to today.
    #[serde(rename = "type")]
    pub kind: DateTimeKind,
    /// The date in milliseconds since 1970, for [`DateTimeKind::DetailDate`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value: Vec<String>,
}

/// The rules by which records are coloured.
#[endpoint(part)]
pub struct ColorConfig {
    /// The rules, in order.
    #[serde(default)]
    pub conditions: Vec<ColorCondition>,
}

/// A rule that colours a row, column or cell.
#[endpoint(part)]
pub struct ColorCondition {
    /// Id of the rule; left out for a new one.
    pub id: Option<ColorRuleId>,
    /// What is coloured.
    #[serde(rename = "type")]
    pub kind: ColorTarget,
    /// The colour, by name and strength, such as `fillColorGray_5` or `chromeAmberLighten_3`.
    pub color: String,
    /// The condition under which it is coloured.
    pub condition: FilterCondition,
}

/// Changes a view of a smart sheet; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_view", title = "更新视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99902",
    scope(work), retry = safe, call = smart_sheets.update_view)]
pub struct UpdateSheetView {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the view.
    pub sheet_id: SheetId,
    /// The view to change.
    pub view_id: SheetViewId,
    /// The new title.
    pub view_title: Option<String>,
    /// The new sorting, grouping, filter and colours.
    pub property: Option<ViewProperty>,
}

/// Deletes views from a smart sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_views", title = "删除视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99901",
    scope(work), retry = safe, call = smart_sheets.delete_views)]
pub struct DeleteSheetViews {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the views.
    pub sheet_id: SheetId,
    /// The views to delete.
    pub view_ids: Vec<SheetViewId>,
}

/// Returns the views of a smart sheet, a page at a time.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_views", title = "查询视图",
    doc = "https://developer.work.weixin.qq.com/document/path/99913",
    scope(work), retry = safe, reply = SheetViews, call = smart_sheets.views)]
pub struct GetSheetViews {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to list.
    pub sheet_id: SheetId,
    /// Only these views.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub view_ids: Vec<SheetViewId>,
    /// How many views to skip.
    pub offset: Option<u64>,
    /// How many at most: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of views.
#[endpoint(part, reply_to(GetSheetViews))]
pub struct SheetViews {
    /// How many views match.
    pub total: Option<u64>,
    /// Whether there are further pages.
    pub has_more: Option<bool>,
    /// The `offset` of the next page.
    pub next: Option<u64>,
    /// The views of this page.
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
