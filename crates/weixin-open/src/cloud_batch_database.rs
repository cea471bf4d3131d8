//! The databases in the environments that a third-party platform owns (批量代云开发数据库). `/componenttcb/db*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};

use crate::cloud_database::{
    ConflictMode, DatabaseCollection, DatabaseIndexName, MigrationFileType, MigrationJob,
    MigrationState, QueriedRecords,
};

endpoints![
    ManageRecords,
    AggregateRecords,
    ManageCollections,
    ManageIndexes,
    ExportRecords,
    ImportRecords,
    GetMigration,
    GetDatabaseAcl,
    SetDatabaseAcl
];

/// Adds, deletes, changes, gives or counts records. `POST /componenttcb/dbrecord`
#[endpoint(POST "/componenttcb/dbrecord", title = "数据库记录管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbrecordManage.html",
    scope(component), reply = ManagedRecords)]
pub struct ManageRecords {
    /// `add`, `delete`, `update`, `query` or `count`.
    pub action: String,
    /// The environment.
    pub env: String,
    /// The statement, as in a cloud function.
    pub query: Option<String>,
}

/// What was done with records.
#[endpoint(part)]
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

/// Gives what an aggregation makes of records. `POST /componenttcb/dbaggregate`
#[endpoint(POST "/componenttcb/dbaggregate", title = "数据库聚合",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbAggregate.html",
    scope(component), retry = safe, reply = QueriedRecords)]
pub struct AggregateRecords {
    /// The environment.
    pub env: String,
    /// The statement, with `aggregate` and `end`.
    pub query: String,
}

/// Makes, deletes or gives collections. `POST /componenttcb/dbcollection`
#[endpoint(POST "/componenttcb/dbcollection", title = "数据库集合管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/db-management/dbcollectionManage.html",
    scope(component), reply = ManagedCollections)]
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
#[endpoint(part)]
pub struct ManagedCollections {
    /// The collections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub collections: Vec<DatabaseCollection>,
    /// How many there are in all.
    pub total: Option<u64>,
}

/// Makes or drops indexes. `POST /componenttcb/dbindex`
#[endpoint(POST "/componenttcb/dbindex", title = "数据库索引管理",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbindexManage.html",
    scope(component))]
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

/// Writes records to a file of the environment, in a job. `POST /componenttcb/dbexport`
#[endpoint(POST "/componenttcb/dbexport", title = "数据库导出",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbExport.html",
    scope(component), reply = MigrationJob)]
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

/// Reads records from a file of the environment, in a job. `POST /componenttcb/dbimport`
#[endpoint(POST "/componenttcb/dbimport", title = "数据库导入",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/dbImport.html",
    scope(component), reply = MigrationJob)]
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

/// Tells how an export or import stands. `POST /componenttcb/dbmigrationstate`
#[endpoint(POST "/componenttcb/dbmigrationstate", title = "数据库迁移状态查询",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/getMigrationState.html",
    scope(component), retry = safe, reply = MigrationState)]
pub struct GetMigration {
    /// The environment.
    pub env: String,
    /// The job.
    pub job_id: u64,
}

/// Tells who may read and write a collection. `POST /componenttcb/dbgetacl`
#[endpoint(POST "/componenttcb/dbgetacl", title = "获取数据库权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/getPermission.html",
    scope(component), retry = safe, reply = DatabaseAcl)]
pub struct GetDatabaseAcl {
    /// The environment.
    pub env: String,
    /// The collection.
    pub collection_name: String,
}

/// Who may read and write a collection.
#[endpoint(part)]
pub struct DatabaseAcl {
    /// `PRIVATE`, `READONLY`, `ADMINWRITE`, `ADMINONLY` or `CUSTOM`.
    pub acl_tag: Option<String>,
    /// The rule, with `CUSTOM`.
    pub rule: Option<String>,
}

/// Sets who may read and write a collection. `POST /componenttcb/dbmodifyacl`
#[endpoint(POST "/componenttcb/dbmodifyacl", title = "设置数据库权限",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/db-mgnt/setPermission.html",
    scope(component), retry = safe)]
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

/// The group as a client has it: `wx.cloud_batch_database()`.
#[derive(Debug)]
pub struct CloudBatchDatabases<'c, C: ?Sized>(&'c C);

/// Gives a client `cloud_batch_database()`.
pub trait CloudBatchDatabasesApi: Caller {
    /// The databases in the environments that the third-party platform owns (批量代云开发数据库).
    fn cloud_batch_database(&self) -> CloudBatchDatabases<'_, Self> {
        CloudBatchDatabases(self)
    }
}

impl<C: Caller + ?Sized> CloudBatchDatabasesApi for C where ManageRecords: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CloudBatchDatabases<'c, C> {
    /// Adds, deletes, changes, gives or counts records; see [`ManageRecords`].
    pub fn records(
        &self,
        action: impl Into<String>,
        env: impl Into<String>,
    ) -> Call<'c, C, ManageRecords> {
        Call::new(self.0, ManageRecords::new(action, env))
    }

    /// Gives what an aggregation makes of records; see [`AggregateRecords`].
    pub fn aggregate(
        &self,
        env: impl Into<String>,
        query: impl Into<String>,
    ) -> Call<'c, C, AggregateRecords> {
        Call::new(self.0, AggregateRecords::new(env, query))
    }

    /// Makes, deletes or gives collections; see [`ManageCollections`].
    pub fn collections(
        &self,
        action: impl Into<String>,
        env: impl Into<String>,
    ) -> Call<'c, C, ManageCollections> {
        Call::new(self.0, ManageCollections::new(action, env))
    }

    /// Makes or drops indexes; see [`ManageIndexes`].
    pub fn indexes(
        &self,
        env: impl Into<String>,
        collection_name: impl Into<String>,
    ) -> Call<'c, C, ManageIndexes> {
        Call::new(self.0, ManageIndexes::new(env, collection_name))
    }

    /// Writes records to a file of the environment, in a job; see [`ExportRecords`].
    pub fn export(
        &self,
        env: impl Into<String>,
        file_path: impl Into<String>,
        file_type: impl Into<MigrationFileType>,
        query: impl Into<String>,
    ) -> Call<'c, C, ExportRecords> {
        Call::new(self.0, ExportRecords::new(env, file_path, file_type, query))
    }

    /// Reads records from a file of the environment, in a job; see [`ImportRecords`].
    pub fn import(
        &self,
        env: impl Into<String>,
        collection_name: impl Into<String>,
        file_path: impl Into<String>,
        file_type: impl Into<MigrationFileType>,
        stop_on_error: bool,
        conflict_mode: impl Into<ConflictMode>,
    ) -> Call<'c, C, ImportRecords> {
        Call::new(
            self.0,
            ImportRecords::new(
                env,
                collection_name,
                file_path,
                file_type,
                stop_on_error,
                conflict_mode,
            ),
        )
    }

    /// Tells how an export or import stands; see [`GetMigration`].
    pub fn job(&self, env: impl Into<String>, job_id: u64) -> Call<'c, C, GetMigration> {
        Call::new(self.0, GetMigration::new(env, job_id))
    }

    /// Tells who may read and write a collection; see [`GetDatabaseAcl`].
    pub fn acl(
        &self,
        env: impl Into<String>,
        collection_name: impl Into<String>,
    ) -> Call<'c, C, GetDatabaseAcl> {
        Call::new(self.0, GetDatabaseAcl::new(env, collection_name))
    }

    /// Sets who may read and write a collection; see [`SetDatabaseAcl`].
    pub fn set_acl(
        &self,
        env: impl Into<String>,
        collection_name: impl Into<String>,
        acl_tag: impl Into<String>,
    ) -> Call<'c, C, SetDatabaseAcl> {
        Call::new(self.0, SetDatabaseAcl::new(env, collection_name, acl_tag))
    }
}
