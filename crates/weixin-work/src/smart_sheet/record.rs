//! Records.

use std::collections::BTreeMap;

use serde_json::Value;
use weixin_api::{Paged, endpoint};

use super::view::{FilterSpec, SortInfo};
use super::{CellKeyType, SheetFieldId, SheetId, SheetRecordId, SheetViewId};
use crate::{ids::DocumentId, smart_sheet::SmartSheetsHandle};

/// Adds records (rows) to a smart sheet: up to 500 in a call.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/add_records", title = "添加记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99907",
    scope(work), reply = SheetRecordList, call = smart_sheets.add_records)]
pub struct AddSheetRecords {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to add to.
    pub sheet_id: SheetId,
    /// Whether `values` names columns by title or by id; by title if left out.
    pub key_type: Option<CellKeyType>,
    /// The records to add: up to 500.
    pub records: Vec<NewSheetRecord>,
}

/// A record to add.
#[endpoint(part)]
pub struct NewSheetRecord {
    /// The cells, by column. The form of a cell depends on the type of its column.
    pub values: BTreeMap<String, Value>,
}

/// Records of a sheet.
#[endpoint(part, reply_to(AddSheetRecords, UpdateSheetRecords))]
pub struct SheetRecordList {
    /// The records, with their ids.
    #[serde(default)]
    pub records: Vec<SheetRecord>,
}

/// A record of a sheet (记录).
#[endpoint(part)]
pub struct SheetRecord {
    /// Id of the record.
    pub record_id: SheetRecordId,
    /// When it was created, in milliseconds since 1970.
    pub create_time: Option<String>,
    /// When it was last changed, in milliseconds since 1970.
    pub update_time: Option<String>,
    /// The cells, by column. The form of a cell depends on the type of its column.
    #[serde(default)]
    pub values: BTreeMap<String, Value>,
    /// Name of the person who created it.
    pub creator_name: Option<String>,
    /// Name of the person who last changed it.
    pub updater_name: Option<String>,
}

/// Changes records: up to 500 in a call. Cells that are left out stay as they are.
///
/// Columns with the creator, the last editor, or the time of creation or change cannot be set.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/update_records", title = "更新记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99909",
    scope(work), retry = safe, reply = SheetRecordList, call = smart_sheets.update_records)]
pub struct UpdateSheetRecords {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the records.
    pub sheet_id: SheetId,
    /// Whether `values` names columns by title or by id; by title if left out.
    pub key_type: Option<CellKeyType>,
    /// The records to change: up to 500.
    pub records: Vec<ChangedSheetRecord>,
}

/// The new cells of a record.
#[endpoint(part)]
pub struct ChangedSheetRecord {
    /// The record to change.
    pub record_id: SheetRecordId,
    /// The new cells, by column.
    pub values: BTreeMap<String, Value>,
}

/// Deletes records of a smart sheet: up to 500 in a call.
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/delete_records", title = "删除记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99908",
    scope(work), retry = safe, call = smart_sheets.delete_records)]
pub struct DeleteSheetRecords {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet with the records.
    pub sheet_id: SheetId,
    /// The records to delete: up to 500.
    pub record_ids: Vec<SheetRecordId>,
}

/// Returns the records (rows) of a smart sheet, a page at a time.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut records = wx.smart_sheets().records(("DOCID", "q979lj")).pages();
/// while let Some(record) = records.try_next().await? {
///     println!("{} by {:?}", record.record_id, record.creator_name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wedoc/smartsheet/get_records", title = "查询记录",
    doc = "https://developer.work.weixin.qq.com/document/path/99915",
    scope(work), retry = safe, reply = SheetRecords, call = smart_sheets.records)]
pub struct GetSheetRecords {
    /// The document of the sheet.
    pub docid: DocumentId,
    /// The sheet to list.
    pub sheet_id: SheetId,
    /// Only records of this view.
    pub view_id: Option<SheetViewId>,
    /// Only these records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub record_ids: Vec<SheetRecordId>,
    /// Whether the reply names columns by title or by id; by title if left out.
    pub key_type: Option<CellKeyType>,
    /// Only columns with these titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_titles: Vec<String>,
    /// Only these columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field_ids: Vec<SheetFieldId>,
    /// The columns to sort by, the most important first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<SortInfo>,
    /// Only records that meet these conditions. It cannot be combined with `sort`.
    pub filter_spec: Option<FilterSpec>,
    /// How many records to skip.
    pub offset: Option<u64>,
    /// How many at most: up to 1,000.
    pub limit: Option<u32>,
    /// The version of the sheet to read.
    pub ver: Option<u64>,
}

/// A page of records.
#[endpoint(part, reply_to(GetSheetRecords))]
pub struct SheetRecords {
    /// The version of the sheet that was read.
    pub ver: Option<u64>,
    /// How many records match.
    pub total: Option<u64>,
    /// Whether there are further pages.
    pub has_more: Option<bool>,
    /// The `offset` of the next page.
    pub next: Option<u64>,
    /// The records of this page.
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
