//! The databases of cloud development (云开发数据库). `/tcb/database*`, `/tcb/updateindex`
//!
//! A `query` is a statement as in a cloud function, such as `db.collection("geo").where({done:
//! true}).limit(10).get()`.

use weixin_api::{Paged, StringEnum, endpoint, group, int_enum};

use crate::ids::EnvironmentId;

group! {
    /// The databases of cloud development (云开发数据库).
    cloud_database: [
        QueryDatabase, AddDatabaseRecords, DeleteDatabaseRecords, UpdateDatabaseRecords,
        AggregateDatabase, CountDatabase, AddDatabaseCollection, DeleteDatabaseCollection,
        GetDatabaseCollections, UpdateDatabaseIndex, ExportDatabase, ImportDatabase,
        GetMigrationJob,
    ]
}

weixin_api::string_id! {
    /// A record of a database (记录 ID, _id).
    RecordId
}

weixin_api::integer_id! {
    /// A job that exports or imports records (任务 ID, job_id).
    MigrationJobId(u64)
}

/// Adds records.
///
/// Fails with 85088 when cloud development is not enabled.
#[endpoint(POST "/tcb/databaseadd", title = "数据库插入记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/addDatabaseItem.html",
    scope(mini), reply = AddedRecords, call = cloud_database.add)]
pub struct AddDatabaseRecords {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, with `add`.
    pub query: String,
}

/// Records that were added.
#[endpoint(part, reply_to(AddDatabaseRecords))]
pub struct AddedRecords {
    /// The ids of the added records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id_list: Vec<RecordId>,
}

/// Deletes records.
///
/// Fails with 85088 when cloud development is not enabled.
#[endpoint(POST "/tcb/databasedelete", title = "数据库删除记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/deleteDatabaseItem.html",
    scope(mini), retry = safe, reply = DeletedRecords, call = cloud_database.delete)]
pub struct DeleteDatabaseRecords {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, with `remove`.
    pub query: String,
}

/// The result of a deletion.
#[endpoint(part, reply_to(DeleteDatabaseRecords))]
pub struct DeletedRecords {
    /// The number of deleted records.
    pub deleted: Option<u64>,
}

/// Updates records.
///
/// Fails with 85088 when cloud development is not enabled.
#[endpoint(POST "/tcb/databaseupdate", title = "数据库更新记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/updateDatabaseIndex.html",
    scope(mini), reply = UpdatedRecords, call = cloud_database.update)]
pub struct UpdateDatabaseRecords {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, with `update` or `set`.
    pub query: String,
}

/// The result of an update.
#[endpoint(part, reply_to(UpdateDatabaseRecords))]
pub struct UpdatedRecords {
    /// The number of records that the statement matched.
    pub matched: Option<u64>,
    /// The number of records that have changed.
    pub modified: Option<u64>,
    /// The record that `set` has added.
    pub id: Option<RecordId>,
}

/// Returns records: 10, or as many as the statement's `limit` says, up to 1,000.
///
/// Fails with 85088 when cloud development is not enabled.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::cloud_database::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let query = r#"db.collection("orders").where({done: false}).limit(10).get()"#;
/// for record in wx.cloud_database().query(("prod-0a1b2c", query)).await?.data {
///     println!("{record}");
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/tcb/databasequery", title = "数据库查询记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/databasequery.html",
    scope(mini), retry = safe, reply = QueriedRecords, call = cloud_database.query)]
pub struct QueryDatabase {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, with `get`.
    pub query: String,
}

/// Records, or the result of an aggregation.
#[endpoint(
    part,
    reply_to(crate::cloud_batch_database::AggregateRecords, QueryDatabase, AggregateDatabase)
)]
pub struct QueriedRecords {
    /// The position of the records in the whole result.
    pub pager: Option<Pager>,
    /// The records or results, each as JSON text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
}

/// The position of a page in the whole result.
#[endpoint(part)]
pub struct Pager {
    /// The number of entries before the page.
    #[serde(rename = "Offset")]
    pub offset: Option<u64>,
    /// The highest number of entries on the page.
    #[serde(rename = "Limit")]
    pub limit: Option<u64>,
    /// The number of entries in all.
    #[serde(rename = "Total")]
    pub total: Option<u64>,
}

/// Runs an aggregation over records.
#[endpoint(POST "/tcb/databaseaggregate", title = "数据库聚合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/aggregateDatabase.html",
    scope(mini), retry = safe, reply = QueriedRecords, call = cloud_database.aggregate)]
pub struct AggregateDatabase {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, with `aggregate` and `end`.
    pub query: String,
}

/// Counts records.
#[endpoint(POST "/tcb/databasecount", title = "统计集合记录数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/getDatabaseCount.html",
    scope(mini), retry = safe, reply = RecordCount, call = cloud_database.count)]
pub struct CountDatabase {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, with `count`.
    pub query: String,
}

/// The number of records.
#[endpoint(part, reply_to(CountDatabase))]
pub struct RecordCount {
    /// The number of records that the statement matches.
    pub count: u64,
}

/// Creates a collection.
#[endpoint(POST "/tcb/databasecollectionadd", title = "新增集合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/addDatabaseCollection.html",
    scope(mini), call = cloud_database.add_collection)]
pub struct AddDatabaseCollection {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The collection, by its name in the environment.
    pub collection_name: String,
}

/// Deletes a collection with its records.
#[endpoint(POST "/tcb/databasecollectiondelete", title = "删除集合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/deleteDatabaseCollection.html",
    scope(mini), retry = safe, call = cloud_database.delete_collection)]
pub struct DeleteDatabaseCollection {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The collection, by its name in the environment.
    pub collection_name: String,
}

/// Returns a page of the collections of an environment.
///
/// `wx.cloud_database().collections(env).pages()` returns all of them.
#[endpoint(POST "/tcb/databasecollectionget", title = "获取集合信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/getDatabaseCollection.html",
    scope(mini), retry = safe, reply = DatabaseCollections, call = cloud_database.collections)]
pub struct GetDatabaseCollections {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The number of collections; 10 if left out.
    pub limit: Option<u64>,
    /// The first collection, from 0.
    pub offset: Option<u64>,
}

/// A page of the collections of an environment.
#[endpoint(part, reply_to(GetDatabaseCollections))]
pub struct DatabaseCollections {
    /// The position of the page in the whole list.
    pub pager: Option<Pager>,
    /// The collections on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collections: Vec<DatabaseCollection>,
}

/// A collection.
#[endpoint(part)]
pub struct DatabaseCollection {
    /// The collection, by its name in the environment.
    pub name: String,
    /// The number of records.
    pub count: Option<u64>,
    /// The size of the records in bytes.
    pub size: Option<u64>,
    /// The number of indexes.
    pub index_count: Option<u64>,
    /// The size of the indexes in bytes.
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

/// Creates and drops indexes of a collection.
#[endpoint(POST "/tcb/updateindex", title = "变更数据库索引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/updateindexinfo.html",
    scope(mini), call = cloud_database.update_index)]
pub struct UpdateDatabaseIndex {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The collection, by its name in the environment.
    pub collection_name: String,
    /// Indexes that are created; none if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub create_indexes: Vec<DatabaseIndex>,
    /// Indexes that are dropped; none if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drop_indexes: Vec<DatabaseIndexName>,
}

/// An index of a collection.
#[endpoint(part)]
pub struct DatabaseIndex {
    /// The name of the index.
    pub name: String,
    /// Whether the values must be unique.
    pub unique: Option<bool>,
    /// The fields that the index covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<DatabaseIndexKey>,
}

/// A field that an index covers.
#[endpoint(part)]
pub struct DatabaseIndexKey {
    /// The name of the field.
    pub name: String,
    /// The order of the index.
    pub direction: Option<IndexDirection>,
}

/// The order of an index over a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum IndexDirection {
    /// Ascending values.
    #[string_enum(rename = "1")]
    Ascending,
    /// Descending values.
    #[string_enum(rename = "-1")]
    Descending,
    /// Positions on the earth.
    #[string_enum(rename = "2dsphere")]
    Geo,
    /// A value that this version does not know.
    Other(String),
}

/// An index, by its name.
#[endpoint(part)]
pub struct DatabaseIndexName {
    /// The name of the index.
    pub name: String,
    /// Whether the values must be unique.
    pub unique: Option<bool>,
    /// The fields that the index covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<DatabaseIndexKey>,
}

/// Starts a job that exports records to a file of the environment.
#[endpoint(POST "/tcb/databasemigrateexport", title = "数据库导出",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/exportDatabaseItem.html",
    scope(mini), reply = MigrationJob, call = cloud_database.export)]
pub struct ExportDatabase {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The path of the file in the storage of the environment.
    pub file_path: String,
    /// The format of the file.
    pub file_type: MigrationFileType,
    /// The statement that selects the records.
    pub query: String,
}

int_enum! {
    /// The format of a file with records.
    pub enum MigrationFileType {
        /// JSON.
        Json = 1,
        /// CSV.
        Csv = 2,
    }
}

int_enum! {
    /// What happens to records that exist already (冲突处理模式).
    pub enum ConflictMode {
        /// The new record is added.
        Insert = 1,
        /// The new record replaces the old one.
        Upsert = 2,
    }
}

/// Starts a job that imports records from a file of the environment.
#[endpoint(POST "/tcb/databasemigrateimport", title = "数据库导入",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/importDatabaseItem.html",
    scope(mini), reply = MigrationJob, call = cloud_database.import)]
pub struct ImportDatabase {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The collection that receives the records.
    pub collection_name: String,
    /// The path of the file in the storage of the environment.
    pub file_path: String,
    /// The format of the file.
    pub file_type: MigrationFileType,
    /// Whether the import stops at the first error.
    pub stop_on_error: bool,
    /// What happens to records that exist already.
    pub conflict_mode: ConflictMode,
}

/// A job that exports or imports records.
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
    /// The id of the job, with which its state is queried.
    pub job_id: MigrationJobId,
}

/// Returns the state of an export or import.
#[endpoint(POST "/tcb/databasemigratequeryinfo", title = "数据库迁移状态查询",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/getDatabaseRecord.html",
    scope(mini), retry = safe, reply = MigrationState, call = cloud_database.job)]
pub struct GetMigrationJob {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The job, as [`ExportDatabase`] or [`ImportDatabase`] returned it.
    pub job_id: MigrationJobId,
}

/// The state of an export or import.
#[endpoint(part, reply_to(crate::cloud_batch_database::GetMigration, GetMigrationJob))]
pub struct MigrationState {
    /// The state of the job.
    pub status: Option<MigrationStatus>,
    /// The number of records that succeeded.
    pub record_success: Option<u64>,
    /// The number of records that failed.
    pub record_fail: Option<u64>,
    /// A message on the result; also set after a success.
    pub error_msg: Option<String>,
    /// The address of the exported file.
    pub file_url: Option<String>,
}

/// The state of an export or import (迁移状态).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MigrationStatus {
    /// The job waits (等待中).
    #[string_enum(rename = "waiting")]
    Waiting,
    /// The job reads records (读).
    #[string_enum(rename = "reading")]
    Reading,
    /// The job writes records (写).
    #[string_enum(rename = "writing")]
    Writing,
    /// The job moves records (转移).
    #[string_enum(rename = "migrating")]
    Migrating,
    /// The job has succeeded (成功).
    #[string_enum(rename = "success")]
    Success,
    /// The job has failed (失败).
    #[string_enum(rename = "fail")]
    Fail,
    /// A value that this version does not know.
    Other(String),
}
