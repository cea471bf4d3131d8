//! Groups of columns.

use crate::smart_sheet::SmartSheetsHandle;
use weixin_api::{Paged, endpoint};

use super::record::next_page;

/// Puts columns together.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_field_group", title = "添加编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101100",
    scope(work), reply = FieldGroupDetail, call = smart_sheets.add_field_group)]
pub struct AddFieldGroup {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The group's name.
    pub name: String,
    /// The columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<FieldGroupMember>,
}

/// A column of a group.
#[endpoint(part)]
pub struct FieldGroupMember {
    /// The column.
    pub field_id: String,
}

/// A group of columns.
#[endpoint(part, reply_to(AddFieldGroup, UpdateFieldGroup))]
pub struct FieldGroupDetail {
    /// The group.
    pub field_group: FieldGroup,
}

/// A group of columns.
#[endpoint(part)]
pub struct FieldGroup {
    /// The group.
    pub field_group_id: String,
    /// Its name.
    pub name: Option<String>,
    /// The columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<FieldGroupMember>,
}

/// Changes a group of columns.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_field_group", title = "更新编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101101",
    scope(work), retry = safe, reply = FieldGroupDetail, call = smart_sheets.update_field_group)]
pub struct UpdateFieldGroup {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The group.
    pub field_group_id: String,
    /// Its name.
    pub name: Option<String>,
    /// The columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<FieldGroupMember>,
}

/// Gives groups of columns up; the columns stay.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_field_groups", title = "删除编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101102",
    scope(work), retry = safe, call = smart_sheets.delete_field_groups)]
pub struct DeleteFieldGroups {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The groups.
    pub field_group_ids: Vec<String>,
}

/// Gives the groups of columns.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_field_groups", title = "获取编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101103",
    scope(work), retry = safe, reply = FieldGroups, call = smart_sheets.field_groups)]
pub struct GetFieldGroups {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of groups of columns.
#[endpoint(part, reply_to(GetFieldGroups))]
pub struct FieldGroups {
    /// How many there are.
    pub total: Option<u64>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next: Option<u64>,
    /// The groups.
    #[serde(default)]
    pub field_groups: Vec<FieldGroup>,
}

impl Paged for GetFieldGroups {
    type Item = FieldGroup;
    fn split_page(self, page: FieldGroups) -> (Vec<FieldGroup>, Option<Self>) {
        let next = next_page(self.offset, page.next, page.has_more);
        (page.field_groups, next.map(|next| self.offset(next)))
    }
}
