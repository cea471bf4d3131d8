//! Schools: classes, students and parents (家校沟通, 家校通讯录). `/cgi-bin/school/*`

mod department;
mod event;
mod parent;
mod student;

use weixin_api::{AgentId, Timestamp, endpoint, group, int_enum};
use weixin_protocol::Secret;

use crate::ids::{ClientDeviceId, ParentUserId, SchoolDepartmentId, StudentUserId};

pub use department::*;
pub use event::*;
pub use parent::*;
pub use student::*;

weixin_protocol::messages![SchoolContactChanged];

group! {
    /// Classes, students and parents (家校通讯录).
    school: [
        SetArchSyncMode, SetUpgradeInfo, SetTeacherViewMode, GetTeacherViewMode,
        GetSchoolAllowScope, GetSchoolUserInfo, CreateSchoolDepartment, UpdateSchoolDepartment,
        DeleteSchoolDepartment, GetSchoolDepartments, CreateStudent, UpdateStudent, DeleteStudent,
        CreateStudents, UpdateStudents, DeleteStudents, GetStudents, CreateParent, UpdateParent,
        DeleteParent, CreateParents, UpdateParents, DeleteParents, GetSchoolUser, GetParents,
    ]
}

/// Sets how the school's directory and the tags of parents are kept in step.
///
/// Once a direction is switched off it cannot be switched on again.
#[endpoint(POST "/cgi-bin/school/set_arch_sync_mode", title = "设置家校通讯录自动同步模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92345",
    scope(work), retry = safe, call = school.set_arch_sync_mode)]
pub struct SetArchSyncMode {
    /// The directions that are switched off.
    pub arch_sync_mode: ArchSyncMode,
}

int_enum! {
    /// The directions in which the directory and the tags of parents are not kept in step.
    pub enum ArchSyncMode {
        /// Tags do not change the directory (禁止将标签同步至家校通讯录).
        NotFromTags = 1,
        /// The directory does not change tags (禁止将家校通讯录同步至标签).
        NotToTags = 2,
        /// Neither changes the other.
        Neither = 3,
    }
}

/// Sets whether and when classes move up to the next grade automatically (自动升年级).
#[endpoint(POST "/cgi-bin/school/set_upgrade_info", title = "修改自动升年级的配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92949",
    scope(work), retry = safe, reply = UpgradeInfo, call = school.set_upgrade_info)]
pub struct SetUpgradeInfo {
    /// When they move up; only month and day count.
    pub upgrade_time: Option<Timestamp>,
    /// Whether they move up automatically.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub upgrade_switch: Option<bool>,
}

/// When classes move up.
#[endpoint(part, reply_to(SetUpgradeInfo))]
#[derive(Default)]
pub struct UpgradeInfo {
    /// When classes move up next.
    pub next_upgrade_time: Option<Timestamp>,
}

/// Sets which classes teachers can see.
#[endpoint(POST "/cgi-bin/school/set_teacher_view_mode", title = "设置老师可查看班级的模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92652",
    scope(work), retry = safe, call = school.set_teacher_view_mode)]
pub struct SetTeacherViewMode {
    /// The classes that they can see.
    pub view_mode: TeacherViewMode,
}

/// Returns which classes teachers can see.
#[endpoint(GET "/cgi-bin/school/get_teacher_view_mode", title = "获取老师可查看班级的模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92652",
    scope(work), reply = TeacherViewModeDetail, call = school.teacher_view_mode)]
pub struct GetTeacherViewMode {}

/// Which classes teachers can see.
#[endpoint(part, reply_to(GetTeacherViewMode))]
pub struct TeacherViewModeDetail {
    /// The classes that they can see.
    pub view_mode: TeacherViewMode,
}

int_enum! {
    /// Which classes teachers can see.
    pub enum TeacherViewMode {
        /// All classes (全部班级).
        All = 1,
        /// The classes they are responsible for (仅负责范围内的班级).
        Own = 2,
    }
}

/// Returns the students whose parents can use an app.
#[endpoint(GET "/cgi-bin/school/agent/get_allow_scope", title = "获取可使用的家长范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94895",
    scope(work), reply = SchoolAllowScopeDetail, call = school.allow_scope)]
pub struct GetSchoolAllowScope {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// The reply with the students whose parents can use an app.
#[endpoint(part, reply_to(GetSchoolAllowScope))]
pub struct SchoolAllowScopeDetail {
    /// The students and departments.
    pub allow_scope: SchoolAllowScope,
}

/// The students whose parents can use an app.
#[endpoint(part)]
#[derive(Default)]
pub struct SchoolAllowScope {
    /// Students who were chosen one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<AllowedStudent>,
    /// Departments, with all of their students.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<SchoolDepartmentId>,
}

/// A student whose parents can use an app.
#[endpoint(part)]
pub struct AllowedStudent {
    /// Id of the student.
    pub userid: StudentUserId,
}

/// Exchanges the code of a parent or student who opened a page for their identity.
///
/// A code is valid for five minutes and works once. Fails with 40029 (invalid code) otherwise, and
/// with 50001 if the page is not on the app's trusted domain.
#[endpoint(GET "/cgi-bin/school/getuserinfo", title = "获取家校访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/95791",
    scope(work), retry = unsent, reply = SchoolUserInfo, call = school.identify)]
pub struct GetSchoolUserInfo {
    /// The code from the query of the page, up to 512 bytes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// The parent or student who opened a page.
#[endpoint(part, reply_to(GetSchoolUserInfo))]
#[derive(Default)]
pub struct SchoolUserInfo {
    /// The visitor's phone.
    #[serde(rename = "DeviceId")]
    pub device_id: Option<ClientDeviceId>,
    /// The parent, if a parent opened it.
    pub parent_userid: Option<ParentUserId>,
    /// The student, if a student opened it.
    pub student_userid: Option<StudentUserId>,
}
