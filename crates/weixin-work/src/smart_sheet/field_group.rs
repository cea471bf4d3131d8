//! Groups of columns.

use weixin_api::{Paged, endpoint};

use super::record::next_page;
use super::{FieldGroupId, SheetFieldId, SheetId};
use crate::{ids::DocumentId, smart_sheet::SmartSheetsHandle};

/// Groups columns of a sheet (添加编组).
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_field_group", title = "添加编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101100",
    scope(work), reply = FieldGroupDetail, call = smart_sheets.add_field_group)]
pub struct AddFieldGroup {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the columns.
    pub sheet_id: SheetId,
    /// Name of the group.
    pub name: String,
    /// The columns to group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<FieldGroupMember>,
}

/// A column in a group.
#[endpoint(part)]
pub struct FieldGroupMember {
    /// Id of the column.
    pub field_id: SheetFieldId,
}

/// The reply with a group of columns.
#[endpoint(part, reply_to(AddFieldGroup, UpdateFieldGroup))]
pub struct FieldGroupDetail {
    /// The group, with its id.
    pub field_group: FieldGroup,
}

/// A group of columns.
#[endpoint(part)]
pub struct FieldGroup {
    /// Id of the group.
    pub field_group_id: FieldGroupId,
    /// Name of the group.
    pub name: Option<String>,
    /// The columns in the group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<FieldGroupMember>,
}

/// Changes the name or the columns of a group.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_field_group", title = "更新编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101101",
    scope(work), retry = safe, reply = FieldGroupDetail, call = smart_sheets.update_field_group)]
pub struct UpdateFieldGroup {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the group.
    pub sheet_id: SheetId,
    /// The group to change.
    pub field_group_id: FieldGroupId,
    /// The new name; it stays if left out.
    pub name: Option<String>,
    /// The new columns, replacing the current ones; they stay if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<FieldGroupMember>,
}

/// Dissolves groups of columns; the columns stay.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_field_groups", title = "删除编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101102",
    scope(work), retry = safe, call = smart_sheets.delete_field_groups)]
pub struct DeleteFieldGroups {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the groups.
    pub sheet_id: SheetId,
    /// The groups to dissolve.
    pub field_group_ids: Vec<FieldGroupId>,
}

/// Returns the groups of columns of a sheet, a page at a time.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_field_groups", title = "获取编组",
    doc = "https://developer.work.weixin.qq.com/document/path/101103",
    scope(work), retry = safe, reply = FieldGroups, call = smart_sheets.field_groups)]
pub struct GetFieldGroups {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to list.
    pub sheet_id: SheetId,
    /// How many groups to skip.
    pub offset: Option<u64>,
    /// How many at most: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of groups of columns.
#[endpoint(part, reply_to(GetFieldGroups))]
pub struct FieldGroups {
    /// How many groups there are.
    pub total: Option<u64>,
    /// Whether there are further pages.
    pub has_more: Option<bool>,
    /// The `offset` of the next page.
    pub next: Option<u64>,
    /// The groups of this page.
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
