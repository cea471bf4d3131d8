//! The databases of the cloud development service (云开发数据库). `/tcb/database*`, `/tcb/updateindex`
//!
//! A `query` is a statement as in a cloud function, such as `db.collection("geo").where({done:
//! true}).limit(10).get()`.

use weixin_api::{Paged, endpoint, group, int_enum};

group! {
    /// The databases of the cloud development service (云开发数据库).
    cloud_database: [QueryDatabase, AddDatabaseRecords, DeleteDatabaseRecords, UpdateDatabaseRecords, AggregateDatabase, CountDatabase, AddDatabaseCollection, DeleteDatabaseCollection, GetDatabaseCollections, UpdateDatabaseIndex, ExportDatabase, ImportDatabase, GetMigrationJob]
}

/// Adds records.
#[endpoint(POST "/tcb/databaseadd", title = "数据库插入记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/addDatabaseItem.html",
    scope(mini), reply = AddedRecords, call = cloud_database.add)]
pub struct AddDatabaseRecords {
    /// The environment.
    pub env: String,
    /// The statement, with `add`.
    pub query: String,
}

/// Records that were added.
#[endpoint(part, reply_to(AddDatabaseRecords))]
pub struct AddedRecords {
    /// Their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id_list: Vec<String>,
}

/// Deletes records.
#[endpoint(POST "/tcb/databasedelete", title = "数据库删除记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/deleteDatabaseItem.html",
    scope(mini), retry = safe, reply = DeletedRecords, call = cloud_database.delete)]
pub struct DeleteDatabaseRecords {
    /// The environment.
    pub env: String,
    /// The statement, with `remove`.
    pub query: String,
}

/// Records that were deleted.
#[endpoint(part, reply_to(DeleteDatabaseRecords))]
pub struct DeletedRecords {
    /// How many.
    pub deleted: Option<u64>,
}

/// Changes records.
#[endpoint(POST "/tcb/databaseupdate", title = "数据库更新记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/updateDatabaseIndex.html",
    scope(mini), reply = UpdatedRecords, call = cloud_database.update)]
pub struct UpdateDatabaseRecords {
    /// The environment.
    pub env: String,
    /// The statement, with `update` or `set`.
    pub query: String,
}

/// Records that were changed.
#[endpoint(part, reply_to(UpdateDatabaseRecords))]
pub struct UpdatedRecords {
    /// How many were meant.
    pub matched: Option<u64>,
    /// How many are other than before.
    pub modified: Option<u64>,
    /// The id of one that `set` has added.
    pub id: Option<String>,
}

/// Gives records: 10, or as many as the statement's `limit` says, up to 1,000.
#[endpoint(POST "/tcb/databasequery", title = "数据库查询记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/databasequery.html",
    scope(mini), retry = safe, reply = QueriedRecords, call = cloud_database.query)]
pub struct QueryDatabase {
    /// The environment.
    pub env: String,
    /// The statement, with `get`.
    pub query: String,
}

/// Records.
#[endpoint(
    part,
    reply_to(crate::cloud_batch_database::AggregateRecords, QueryDatabase, AggregateDatabase)
)]
pub struct QueriedRecords {
    /// Where they stand in the list.
    pub pager: Option<Pager>,
    /// The records, or what was made of them, each as JSON in a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
}

/// Where a page stands in a list.
#[endpoint(part)]
pub struct Pager {
    /// How many are before it.
    #[serde(rename = "Offset")]
    pub offset: Option<u64>,
    /// How many there may be on it.
    #[serde(rename = "Limit")]
    pub limit: Option<u64>,
    /// How many there are in all.
    #[serde(rename = "Total")]
    pub total: Option<u64>,
}

/// Gives what an aggregation makes of records.
#[endpoint(POST "/tcb/databaseaggregate", title = "数据库聚合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/aggregateDatabase.html",
    scope(mini), retry = safe, reply = QueriedRecords, call = cloud_database.aggregate)]
pub struct AggregateDatabase {
    /// The environment.
    pub env: String,
    /// The statement, with `aggregate` and `end`.
    pub query: String,
}

/// Counts records.
#[endpoint(POST "/tcb/databasecount", title = "统计集合记录数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/getDatabaseCount.html",
    scope(mini), retry = safe, reply = RecordCount, call = cloud_database.count)]
pub struct CountDatabase {
    /// The environment.
    pub env: String,
    /// The statement, with `count`.
    pub query: String,
}

/// How many records there are.
#[endpoint(part, reply_to(CountDatabase))]
pub struct RecordCount {
    /// How many.
    pub count: u64,
}

/// Makes a collection.
#[endpoint(POST "/tcb/databasecollectionadd", title = "新增集合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/addDatabaseCollection.html",
    scope(mini), call = cloud_database.add_collection)]
pub struct AddDatabaseCollection {
    /// The environment.
    pub env: String,
    /// Its name.
    pub collection_name: String,
}

/// Deletes a collection with its records.
#[endpoint(POST "/tcb/databasecollectiondelete", title = "删除集合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/deleteDatabaseCollection.html",
    scope(mini), retry = safe, call = cloud_database.delete_collection)]
pub struct DeleteDatabaseCollection {
    /// The environment.
    pub env: String,
    /// Its name.
    pub collection_name: String,
}

/// Gives the collections.
///
/// `wx.cloud_database().collections(env).pages()` walks through all of them.
#[endpoint(POST "/tcb/databasecollectionget", title = "获取集合信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/getDatabaseCollection.html",
    scope(mini), retry = safe, reply = DatabaseCollections, call = cloud_database.collections)]
pub struct GetDatabaseCollections {
    /// The environment.
    pub env: String,
    /// How many to give; 10 if left out.
    pub limit: Option<u64>,
    /// How many to skip; none if left out.
    pub offset: Option<u64>,
}

/// A page of the collections of an environment.
#[endpoint(part, reply_to(GetDatabaseCollections))]
pub struct DatabaseCollections {
    /// Where it stands in the list.
    pub pager: Option<Pager>,
    /// The collections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collections: Vec<DatabaseCollection>,
}

/// A collection.
#[endpoint(part)]
pub struct DatabaseCollection {
    /// Its name.
    pub name: String,
    /// How many records are in it.
    pub count: Option<u64>,
    /// How large they are, in bytes.
    pub size: Option<u64>,
    /// How many indexes it has.
    pub index_count: Option<u64>,
    /// How large they are, in bytes.
    pub index_size: Option<u64>,
}

impl Paged for GetDatabaseCollections {
    type Item = DatabaseCollection;
    fn split_page(self, page: DatabaseCollections) -> (Vec<DatabaseCollection>, Option<Self>) {
        let offset = self.offset.unwrap_or(0) + page.collections.len() as u64;
        let all = page.pager.and_then(|pager| pager.total).unwrap_or(0);
        let more = !page.collections.is_empty() && offset < all;
        (page.collections, more.then(|| self.offset(offset)))
    }
}

/// Makes and drops indexes of a collection.
#[endpoint(POST "/tcb/updateindex", title = "变更数据库索引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/updateindexinfo.html",
    scope(mini), call = cloud_database.update_index)]
pub struct UpdateDatabaseIndex {
    /// The environment.
    pub env: String,
    /// The collection.
    pub collection_name: String,
    /// Those to be made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub create_indexes: Vec<DatabaseIndex>,
    /// Those to be dropped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drop_indexes: Vec<DatabaseIndexName>,
}

/// An index of a collection.
#[endpoint(part)]
pub struct DatabaseIndex {
    /// Its name.
    pub name: String,
    /// Whether no two records may have the same.
    pub unique: Option<bool>,
    /// What it is over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<DatabaseIndexKey>,
}

/// A field that an index is over.
#[endpoint(part)]
pub struct DatabaseIndexKey {
    /// The field.
    pub name: String,
    /// `1` upwards, `-1` downwards, `2dsphere` places.
    pub direction: Option<String>,
}

/// An index, by its name.
#[endpoint(part)]
pub struct DatabaseIndexName {
    /// The name.
    pub name: String,
    /// Whether no two records may have the same.
    pub unique: Option<bool>,
    /// What it is over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<DatabaseIndexKey>,
}

/// Writes records to a file of the environment, in a job.
#[endpoint(POST "/tcb/databasemigrateexport", title = "数据库导出",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/exportDatabaseItem.html",
    scope(mini), reply = MigrationJob, call = cloud_database.export)]
pub struct ExportDatabase {
    /// The environment.
    pub env: String,
    /// The file.
    pub file_path: String,
    /// Its form.
    pub file_type: MigrationFileType,
    /// The statement.
    pub query: String,
}

int_enum! {
    /// The form of a file with records.
    pub enum MigrationFileType {
        /// JSON.
        Json = 1,
        /// CSV.
        Csv = 2,
    }
}

int_enum! {
    /// What becomes of a record that is there already.
    pub enum ConflictMode {
        /// The new one is added.
        Insert = 1,
        /// The new one takes its place.
        Upsert = 2,
    }
}

/// Reads records from a file of the environment, in a job.
#[endpoint(POST "/tcb/databasemigrateimport", title = "数据库导入",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/importDatabaseItem.html",
    scope(mini), reply = MigrationJob, call = cloud_database.import)]
pub struct ImportDatabase {
    /// The environment.
    pub env: String,
    /// Where they go.
    pub collection_name: String,
    /// The file.
    pub file_path: String,
    /// Its form.
    pub file_type: MigrationFileType,
    /// Whether it ends at the first error.
    pub stop_on_error: bool,
    /// What becomes of a record that is there already.
    pub conflict_mode: ConflictMode,
}

/// A job.
#[endpoint(
    part,
    reply_to(
        crate::cloud_batch_database::ExportRecords,
        crate::cloud_batch_database::ImportRecords,
        ExportDatabase,
        ImportDatabase
    )
)]
pub struct MigrationJob {
    /// Its number.
    pub job_id: u64,
}

/// Tells how an export or import stands.
#[endpoint(POST "/tcb/databasemigratequeryinfo", title = "数据库迁移状态查询",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/getDatabaseRecord.html",
    scope(mini), retry = safe, reply = MigrationState, call = cloud_database.job)]
pub struct GetMigrationJob {
    /// The environment.
    pub env: String,
    /// The job.
    pub job_id: u64,
}

/// How an export or import stands.
#[endpoint(part, reply_to(crate::cloud_batch_database::GetMigration, GetMigrationJob))]
pub struct MigrationState {
    /// `waiting`, `reading`, `writing`, `migrating`, `success` or `fail`.
    pub status: Option<String>,
    /// How many records it has.
    pub record_success: Option<u64>,
    /// How many it could not.
    pub record_fail: Option<u64>,
    /// What went wrong.
    pub error_msg: Option<String>,
    /// Where an export is.
    pub file_url: Option<String>,
}
