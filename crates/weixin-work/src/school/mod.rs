//! Schools: classes, students and parents (家校沟通, 家校通讯录). `/cgi-bin/school/*`

mod department;
mod event;
mod parent;
mod student;

use weixin_api::{AgentId, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

pub use department::*;
pub use event::*;
pub use parent::*;
pub use student::*;

weixin_protocol::messages![SchoolContactChanged];

group! {
    /// Classes, students and parents (家校通讯录).
    school: [SetArchSyncMode, SetUpgradeInfo, SetTeacherViewMode, GetTeacherViewMode, GetSchoolAllowScope, GetSchoolUserInfo, CreateSchoolDepartment, UpdateSchoolDepartment, DeleteSchoolDepartment, GetSchoolDepartments, CreateStudent, UpdateStudent, DeleteStudent, CreateStudents, UpdateStudents, DeleteStudents, GetStudents, CreateParent, UpdateParent, DeleteParent, CreateParents, UpdateParents, DeleteParents, GetSchoolUser, GetParents]
}

/// Says whether classes and the tags of parents follow each other.
#[endpoint(POST "/cgi-bin/school/set_arch_sync_mode", title = "设置家校通讯录自动同步模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92345",
    scope(work), retry = safe, call = school.set_arch_sync_mode)]
pub struct SetArchSyncMode {
    /// Whether they do.
    pub arch_sync_mode: ArchSyncMode,
}

int_enum! {
    /// Which way classes and the tags of parents do not follow each other.
    pub enum ArchSyncMode {
        /// Tags do not change classes.
        NotFromTags = 1,
        /// Classes do not change tags.
        NotToTags = 2,
        /// Neither changes the other.
        Neither = 3,
    }
}

/// Says whether and when classes move up to the next grade by themselves.
#[endpoint(POST "/cgi-bin/school/set_upgrade_info", title = "修改自动升年级的配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92949",
    scope(work), retry = safe, reply = UpgradeInfo, call = school.set_upgrade_info)]
pub struct SetUpgradeInfo {
    /// When; of the moment only month and day count.
    pub upgrade_time: Option<Timestamp>,
    /// Whether they do: 1 yes, 0 no.
    pub upgrade_switch: Option<u64>,
}

/// When classes move up.
#[endpoint(part, reply_to(SetUpgradeInfo))]
#[derive(Default)]
pub struct UpgradeInfo {
    /// When they do next.
    pub next_upgrade_time: Option<Timestamp>,
}

/// Says which classes teachers see.
#[endpoint(POST "/cgi-bin/school/set_teacher_view_mode", title = "设置老师可查看班级的模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92652",
    scope(work), retry = safe, call = school.set_teacher_view_mode)]
pub struct SetTeacherViewMode {
    /// Which: a number the platform's page explains.
    pub view_mode: u64,
}

/// Tells which classes teachers see.
#[endpoint(GET "/cgi-bin/school/get_teacher_view_mode", title = "获取老师可查看班级的模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92652",
    scope(work), reply = TeacherViewMode, call = school.teacher_view_mode)]
pub struct GetTeacherViewMode {}

/// Which classes teachers see.
#[endpoint(part, reply_to(GetTeacherViewMode))]
pub struct TeacherViewMode {
    /// Which: a number the platform's page explains.
    pub view_mode: u64,
}

/// Gives whose parents can use an app.
#[endpoint(GET "/cgi-bin/school/agent/get_allow_scope", title = "获取可使用的家长范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94895",
    scope(work), reply = SchoolAllowScopeDetail, call = school.allow_scope)]
pub struct GetSchoolAllowScope {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// Whose parents can use an app, as [`GetSchoolAllowScope`] answers it.
#[endpoint(part, reply_to(GetSchoolAllowScope))]
pub struct SchoolAllowScopeDetail {
    /// The students and departments.
    pub allow_scope: SchoolAllowScope,
}

/// Students and departments.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolAllowScope {
    /// The students.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<StudentId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<u64>,
}

/// A student, by the id.
#[endpoint(part)]
pub struct StudentId {
    /// The student.
    pub userid: UserId,
}

/// Says which parent or student has opened a page, by the code of the web authorization.
///
/// A code lives five minutes and works once.
#[endpoint(GET "/cgi-bin/school/getuserinfo", title = "获取家校访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/95791",
    scope(work), retry = unsent, reply = SchoolUserInfo, call = school.identify)]
pub struct GetSchoolUserInfo {
    /// The code.
    pub code: String,
}

/// Who has opened a page.
#[endpoint(part, reply_to(GetSchoolUserInfo))]
#[derive(Default)]
pub struct SchoolUserInfo {
    /// Their device.
    #[serde(rename = "DeviceId")]
    pub device_id: Option<String>,
    /// The parent.
    pub parent_userid: Option<UserId>,
    /// The student: the one who opened it, or the parent's child.
    pub student_userid: Option<UserId>,
}
