//! Records.

use crate::smart_sheet::SmartSheetsHandle;
use std::collections::BTreeMap;

use serde_json::Value;
use weixin_api::{Paged, endpoint};

use super::view::{FilterSpec, SortInfo};

/// Adds records to a sheet: up to 500.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_records", title = "添加记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99907",
    scope(work), reply = SheetRecordList, call = smart_sheets.add_records)]
pub struct AddSheetRecords {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// How columns are named: `CELL_VALUE_KEY_TYPE_FIELD_TITLE` (by name, if left out) or
    /// `CELL_VALUE_KEY_TYPE_FIELD_ID`.
    pub key_type: Option<String>,
    /// The records.
    pub records: Vec<NewSheetRecord>,
}

/// A record to add.
#[endpoint(part)]
pub struct NewSheetRecord {
    /// What each column holds; its form depends on the kind of column.
    pub values: BTreeMap<String, Value>,
}

/// Records.
#[endpoint(part, reply_to(AddSheetRecords, UpdateSheetRecords))]
pub struct SheetRecordList {
    /// The records.
    #[serde(default)]
    pub records: Vec<SheetRecord>,
}

/// A record.
#[endpoint(part)]
pub struct SheetRecord {
    /// The record.
    pub record_id: String,
    /// When it was made, in milliseconds since 1970.
    pub create_time: Option<String>,
    /// When it was last changed, in milliseconds since 1970.
    pub update_time: Option<String>,
    /// What each column holds.
    #[serde(default)]
    pub values: BTreeMap<String, Value>,
    /// Who made it.
    pub creator_name: Option<String>,
    /// Who last changed it.
    pub updater_name: Option<String>,
}

/// Changes records: up to 500; columns that are left out stay as they are.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_records", title = "更新记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99909",
    scope(work), retry = safe, reply = SheetRecordList, call = smart_sheets.update_records)]
pub struct UpdateSheetRecords {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// How columns are named; see [`AddSheetRecords::key_type`].
    pub key_type: Option<String>,
    /// The records.
    pub records: Vec<ChangedSheetRecord>,
}

/// A record to change.
#[endpoint(part)]
pub struct ChangedSheetRecord {
    /// The record.
    pub record_id: String,
    /// What each column is to hold.
    pub values: BTreeMap<String, Value>,
}

/// Deletes records: up to 500.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_records", title = "删除记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99908",
    scope(work), retry = safe, call = smart_sheets.delete_records)]
pub struct DeleteSheetRecords {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// The records.
    pub record_ids: Vec<String>,
}

/// Gives the records of a sheet.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_records", title = "查询记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99915",
    scope(work), retry = safe, reply = SheetRecords, call = smart_sheets.records)]
pub struct GetSheetRecords {
    /// The document.
    pub docid: String,
    /// The sheet.
    pub sheet_id: String,
    /// Only those of this view.
    pub view_id: Option<String>,
    /// Only these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub record_ids: Vec<String>,
    /// How columns are named; see [`AddSheetRecords::key_type`].
    pub key_type: Option<String>,
    /// Only these columns, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_titles: Vec<String>,
    /// Only these columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_ids: Vec<String>,
    /// In which order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<SortInfo>,
    /// Only those for which this is so.
    pub filter_spec: Option<FilterSpec>,
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 1,000.
    pub limit: Option<u32>,
    /// The version of the sheet.
    pub ver: Option<u64>,
}

/// A page of records.
#[endpoint(part, reply_to(GetSheetRecords))]
pub struct SheetRecords {
    /// The version of the sheet.
    pub ver: Option<u64>,
    /// How many there are.
    pub total: Option<u64>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next: Option<u64>,
    /// The records.
    #[serde(default)]
    pub records: Vec<SheetRecord>,
}

/// The pages of the lists of a smart sheet: where the next one begins, unless this was the last.
pub(super) fn next_page(now: Option<u64>, next: Option<u64>, more: Option<bool>) -> Option<u64> {
    next.filter(|next| more == Some(true) && *next > now.unwrap_or_default())
}

impl Paged for GetSheetRecords {
    type Item = SheetRecord;
    fn split_page(self, page: SheetRecords) -> (Vec<SheetRecord>, Option<Self>) {
        let next = next_page(self.offset, page.next, page.has_more);
        (page.records, next.map(|next| self.offset(next)))
    }
}
