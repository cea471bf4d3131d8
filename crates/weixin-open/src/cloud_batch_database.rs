//! The databases in the environments that a third-party platform owns (批量代云开发数据库). `/componenttcb/db*`

use weixin_api::{endpoint, group};

use crate::cloud_database::{
    ConflictMode, DatabaseCollection, DatabaseIndexName, MigrationFileType, MigrationJob,
    MigrationState, QueriedRecords,
};

group! {
    /// The databases in the environments that the third-party platform owns (批量代云开发数据库).
    cloud_batch_database: [ManageRecords, AggregateRecords, ManageCollections, ManageIndexes, ExportRecords, ImportRecords, GetMigration, GetDatabaseAcl, SetDatabaseAcl]
}

/// Adds, deletes, changes, gives or counts records.
#[endpoint(POST "/componenttcb/dbrecord", title = "数据库记录管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbrecordManage.html",
    scope(component), reply = ManagedRecords, call = cloud_batch_database.records)]
pub struct ManageRecords {
    /// `add`, `delete`, `update`, `query` or `count`.
    pub action: String,
    /// The environment.
    pub env: String,
    /// The statement, as in a cloud function.
    pub query: Option<String>,
}

/// What was done with records.
#[endpoint(part, reply_to(ManageRecords))]
pub struct ManagedRecords {
    /// The ids of those that were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id_list: Vec<String>,
    /// How many were deleted.
    pub deleted: Option<u64>,
    /// How many were meant to be changed.
    pub matched: Option<u64>,
    /// How many are other than before.
    pub modified: Option<u64>,
    /// The id of one that `set` has added.
    pub id: Option<String>,
    /// Where those that were given stand in the list.
    pub pager: Option<RecordPager>,
    /// Those that were given, each as JSON in a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
    /// How many there are.
    pub count: Option<u64>,
}

/// Where a page stands in a list.
#[endpoint(part)]
pub struct RecordPager {
    /// How many are before it.
    pub offset: Option<u64>,
    /// How many there may be on it.
    pub limit: Option<u64>,
    /// How many there are in all.
    pub total: Option<u64>,
}

/// Gives what an aggregation makes of records.
#[endpoint(POST "/componenttcb/dbaggregate", title = "数据库聚合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbAggregate.html",
    scope(component), retry = safe, reply = QueriedRecords, call = cloud_batch_database.aggregate)]
pub struct AggregateRecords {
    /// The environment.
    pub env: String,
    /// The statement, with `aggregate` and `end`.
    pub query: String,
}

/// Makes, deletes or gives collections.
#[endpoint(POST "/componenttcb/dbcollection", title = "数据库集合管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/dbcollectionManage.html",
    scope(component), reply = ManagedCollections, call = cloud_batch_database.collections)]
pub struct ManageCollections {
    /// `create`, `delete` or `get`.
    pub action: String,
    /// The environment.
    pub env: String,
    /// Which one; not with `get`.
    pub collection_name: Option<String>,
    /// How many to give.
    pub limit: Option<u64>,
    /// How many to skip; none if left out.
    pub offset: Option<u64>,
}

/// The collections of an environment.
#[endpoint(part, reply_to(ManageCollections))]
pub struct ManagedCollections {
    /// The collections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collections: Vec<DatabaseCollection>,
    /// How many there are in all.
    pub total: Option<u64>,
}

/// Makes or drops indexes.
#[endpoint(POST "/componenttcb/dbindex", title = "数据库索引管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbindexManage.html",
    scope(component), call = cloud_batch_database.indexes)]
pub struct ManageIndexes {
    /// `create` or `drop`.
    pub action: Option<String>,
    /// The environment.
    pub env: String,
    /// The collection.
    pub collection_name: String,
    /// The indexes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<DatabaseIndexName>,
}

/// Writes records to a file of the environment, in a job.
#[endpoint(POST "/componenttcb/dbexport", title = "数据库导出",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbExport.html",
    scope(component), reply = MigrationJob, call = cloud_batch_database.export)]
pub struct ExportRecords {
    /// The environment.
    pub env: String,
    /// The file.
    pub file_path: String,
    /// Its form.
    pub file_type: MigrationFileType,
    /// The statement.
    pub query: String,
}

/// Reads records from a file of the environment, in a job.
#[endpoint(POST "/componenttcb/dbimport", title = "数据库导入",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbImport.html",
    scope(component), reply = MigrationJob, call = cloud_batch_database.import)]
pub struct ImportRecords {
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

/// Tells how an export or import stands.
#[endpoint(POST "/componenttcb/dbmigrationstate", title = "数据库迁移状态查询",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/getMigrationState.html",
    scope(component), retry = safe, reply = MigrationState, call = cloud_batch_database.job)]
pub struct GetMigration {
    /// The environment.
    pub env: String,
    /// The job.
    pub job_id: u64,
}

/// Tells who may read and write a collection.
#[endpoint(POST "/componenttcb/dbgetacl", title = "获取数据库权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/getPermission.html",
    scope(component), retry = safe, reply = DatabaseAcl, call = cloud_batch_database.acl)]
pub struct GetDatabaseAcl {
    /// The environment.
    pub env: String,
    /// The collection.
    pub collection_name: String,
}

/// Who may read and write a collection.
#[endpoint(part, reply_to(GetDatabaseAcl))]
pub struct DatabaseAcl {
    /// `PRIVATE`, `READONLY`, `ADMINWRITE`, `ADMINONLY` or `CUSTOM`.
    pub acl_tag: Option<String>,
    /// The rule, with `CUSTOM`.
    pub rule: Option<String>,
}

/// Sets who may read and write a collection.
#[endpoint(POST "/componenttcb/dbmodifyacl", title = "设置数据库权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/setPermission.html",
    scope(component), retry = safe, call = cloud_batch_database.set_acl)]
pub struct SetDatabaseAcl {
    /// The environment.
    pub env: String,
    /// The collection.
    pub collection_name: String,
    /// `PRIVATE`, `READONLY`, `ADMINWRITE`, `ADMINONLY` or `CUSTOM`.
    pub acl_tag: String,
    /// The rule, with `CUSTOM`.
    pub rule: Option<String>,
}
