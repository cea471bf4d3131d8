//! The databases in the cloud environments that a third-party platform owns (批量代云开发数据库).
//! `/componenttcb/db*`

use weixin_api::{StringEnum, endpoint, group};

use crate::cloud_database::{
    ConflictMode, DatabaseCollection, DatabaseIndexName, MigrationFileType, MigrationJob,
    MigrationJobId, MigrationState, QueriedRecords, RecordId,
};

use crate::ids::EnvironmentId;

group! {
    /// The databases in the environments that the third-party platform owns (批量代云开发数据库).
    cloud_batch_database: [
        ManageRecords, AggregateRecords, ManageCollections, ManageIndexes, ExportRecords,
        ImportRecords, GetMigration, GetDatabaseAcl, SetDatabaseAcl,
    ]
}

/// Adds, deletes, updates, queries or counts records.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::cloud_batch_database::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let query = r#"db.collection("orders").where({done: false}).limit(10).get()"#;
/// let found = wx
///     .cloud_batch_database()
///     .records((RecordAction::Query, "prod-0a1b2c"))
///     .with(|records| records.query(query))
///     .await?;
/// for record in found.data {
///     println!("{record}");
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/componenttcb/dbrecord", title = "数据库记录管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbrecordManage.html",
    scope(component), reply = ManagedRecords, call = cloud_batch_database.records)]
pub struct ManageRecords {
    /// What to do.
    pub action: RecordAction,
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, as in a cloud function.
    pub query: Option<String>,
}

/// What is done with records.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum RecordAction {
    /// Adds records.
    #[string_enum(rename = "add")]
    Add,
    /// Deletes records.
    #[string_enum(rename = "delete")]
    Delete,
    /// Updates records.
    #[string_enum(rename = "update")]
    Update,
    /// Returns records.
    #[string_enum(rename = "query")]
    Query,
    /// Counts records.
    #[string_enum(rename = "count")]
    Count,
    /// A value that this version does not know.
    Other(String),
}

/// The result of an action on records. Each action sets fields of its own.
#[endpoint(part, reply_to(ManageRecords))]
pub struct ManagedRecords {
    /// The added records; for [`RecordAction::Add`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub id_list: Vec<RecordId>,
    /// The number of deleted records; for [`RecordAction::Delete`].
    pub deleted: Option<u64>,
    /// The number of records that the statement matched; for [`RecordAction::Update`].
    pub matched: Option<u64>,
    /// The number of records that have changed; for [`RecordAction::Update`].
    pub modified: Option<u64>,
    /// The record that `set` has added; for [`RecordAction::Update`].
    pub id: Option<RecordId>,
    /// The position of the records in the whole result; for [`RecordAction::Query`].
    pub pager: Option<RecordPager>,
    /// The records, each as JSON text; for [`RecordAction::Query`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<String>,
    /// The number of records; for [`RecordAction::Count`].
    pub count: Option<u64>,
}

/// The position of a page in the whole result.
#[endpoint(part)]
pub struct RecordPager {
    /// The number of records before the page.
    pub offset: Option<u64>,
    /// The highest number of records on the page.
    pub limit: Option<u64>,
    /// The number of records in all.
    pub total: Option<u64>,
}

/// Runs an aggregation over records.
#[endpoint(POST "/componenttcb/dbaggregate", title = "数据库聚合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbAggregate.html",
    scope(component), retry = safe, reply = QueriedRecords, call = cloud_batch_database.aggregate)]
pub struct AggregateRecords {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The statement, with `aggregate` and `end`.
    pub query: String,
}

/// Creates, deletes or returns collections.
#[endpoint(POST "/componenttcb/dbcollection", title = "数据库集合管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/dbcollectionManage.html",
    scope(component), reply = ManagedCollections, call = cloud_batch_database.collections)]
pub struct ManageCollections {
    /// What to do.
    pub action: CollectionAction,
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The name of the collection; not needed for [`CollectionAction::Get`].
    pub collection_name: Option<String>,
    /// The number of entries; the platform's default if left out.
    pub limit: Option<u64>,
    /// The first entry, from 0.
    pub offset: Option<u64>,
}

/// What is done with collections.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CollectionAction {
    /// Creates a collection.
    #[string_enum(rename = "create")]
    Create,
    /// Deletes a collection.
    #[string_enum(rename = "delete")]
    Delete,
    /// Returns the collections of the environment.
    #[string_enum(rename = "get")]
    Get,
    /// A value that this version does not know.
    Other(String),
}

/// The collections of an environment.
#[endpoint(part, reply_to(ManageCollections))]
pub struct ManagedCollections {
    /// The collections; for [`CollectionAction::Get`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collections: Vec<DatabaseCollection>,
    /// The number of collections; for [`CollectionAction::Get`].
    pub total: Option<u64>,
}

/// Creates or drops indexes.
#[endpoint(POST "/componenttcb/dbindex", title = "数据库索引管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbindexManage.html",
    scope(component), call = cloud_batch_database.indexes)]
pub struct ManageIndexes {
    /// What to do.
    pub action: Option<IndexAction>,
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The collection, by its name in the environment.
    pub collection_name: String,
    /// The indexes to create or drop.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<DatabaseIndexName>,
}

/// What is done with indexes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum IndexAction {
    /// Creates the indexes.
    #[string_enum(rename = "create")]
    Create,
    /// Drops the indexes.
    #[string_enum(rename = "drop")]
    Drop,
    /// A value that this version does not know.
    Other(String),
}

/// Starts a job that exports records to a file of the environment.
#[endpoint(POST "/componenttcb/dbexport", title = "数据库导出",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbExport.html",
    scope(component), reply = MigrationJob, call = cloud_batch_database.export)]
pub struct ExportRecords {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The path of the file in the storage of the environment.
    pub file_path: String,
    /// The format of the file.
    pub file_type: MigrationFileType,
    /// The statement, as in a cloud function.
    pub query: String,
}

/// Starts a job that imports records from a file of the environment.
#[endpoint(POST "/componenttcb/dbimport", title = "数据库导入",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbImport.html",
    scope(component), reply = MigrationJob, call = cloud_batch_database.import)]
pub struct ImportRecords {
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

/// Returns the state of an export or import.
#[endpoint(POST "/componenttcb/dbmigrationstate", title = "数据库迁移状态查询",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/getMigrationState.html",
    scope(component), retry = safe, reply = MigrationState, call = cloud_batch_database.job)]
pub struct GetMigration {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The job, as [`ExportRecords`] or [`ImportRecords`] returned it.
    pub job_id: MigrationJobId,
}

/// Returns who may read and write a collection.
#[endpoint(POST "/componenttcb/dbgetacl", title = "获取数据库权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/getPermission.html",
    scope(component), retry = safe, reply = DatabaseAcl, call = cloud_batch_database.acl)]
pub struct GetDatabaseAcl {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The collection, by its name in the environment.
    pub collection_name: String,
}

/// Who may read and write a collection.
#[endpoint(part, reply_to(GetDatabaseAcl))]
pub struct DatabaseAcl {
    /// Who may read and write the collection.
    pub acl_tag: Option<AclTag>,
    /// The security rule as JSON text; for [`AclTag::Custom`].
    pub rule: Option<String>,
}

/// Who may read and write a collection (数据库权限).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum AclTag {
    /// The creator of a record may read and write it.
    #[string_enum(rename = "PRIVATE")]
    Private,
    /// All users may read; the creator of a record may write it.
    #[string_enum(rename = "READONLY")]
    ReadOnly,
    /// All users may read; only administrators may write.
    #[string_enum(rename = "ADMINWRITE")]
    AdminWrite,
    /// Only administrators may read and write.
    #[string_enum(rename = "ADMINONLY")]
    AdminOnly,
    /// A security rule decides.
    #[string_enum(rename = "CUSTOM")]
    Custom,
    /// A value that this version does not know.
    Other(String),
}

/// Sets who may read and write a collection.
#[endpoint(POST "/componenttcb/dbmodifyacl", title = "设置数据库权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/setPermission.html",
    scope(component), retry = safe, call = cloud_batch_database.set_acl)]
pub struct SetDatabaseAcl {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The collection, by its name in the environment.
    pub collection_name: String,
    /// Who may read and write the collection.
    pub acl_tag: AclTag,
    /// The security rule as JSON text; for [`AclTag::Custom`].
    pub rule: Option<String>,
}
