//! Schools: classes, students and parents (家校沟通, 家校通讯录). `/cgi-bin/school/*`

mod department;
mod event;
mod parent;
mod student;

use weixin_api::{AgentId, Call, Caller, On, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::UserId;

pub use department::*;
pub use event::*;
pub use parent::*;
pub use student::*;

weixin_protocol::messages![SchoolContactChanged];

endpoints![
    SetArchSyncMode,
    SetUpgradeInfo,
    SetTeacherViewMode,
    GetTeacherViewMode,
    GetSchoolAllowScope,
    GetSchoolUserInfo,
    CreateSchoolDepartment,
    UpdateSchoolDepartment,
    DeleteSchoolDepartment,
    GetSchoolDepartments,
    CreateStudent,
    UpdateStudent,
    DeleteStudent,
    CreateStudents,
    UpdateStudents,
    DeleteStudents,
    GetStudents,
    CreateParent,
    UpdateParent,
    DeleteParent,
    CreateParents,
    UpdateParents,
    DeleteParents,
    GetSchoolUser,
    GetParents
];

/// Says whether classes and the tags of parents follow each other.
/// `POST /cgi-bin/school/set_arch_sync_mode`
#[endpoint(POST "/cgi-bin/school/set_arch_sync_mode", title = "设置家校通讯录自动同步模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92345",
    scope(work), retry = safe)]
pub struct SetArchSyncMode {
    /// Whether they do.
    pub arch_sync_mode: ArchSyncMode,
}

codes! {
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
/// `POST /cgi-bin/school/set_upgrade_info`
#[endpoint(POST "/cgi-bin/school/set_upgrade_info", title = "修改自动升年级的配置",
    doc = "https://developer.work.weixin.qq.com/document/path/92949",
    scope(work), retry = safe, reply = UpgradeInfo)]
pub struct SetUpgradeInfo {
    /// When; of the moment only month and day count.
    pub upgrade_time: Option<Timestamp>,
    /// Whether they do: 1 yes, 0 no.
    pub upgrade_switch: Option<u64>,
}

/// When classes move up.
#[endpoint(part)]
#[derive(Default)]
pub struct UpgradeInfo {
    /// When they do next.
    pub next_upgrade_time: Option<Timestamp>,
}

/// Says which classes teachers see. `POST /cgi-bin/school/set_teacher_view_mode`
#[endpoint(POST "/cgi-bin/school/set_teacher_view_mode", title = "设置老师可查看班级的模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92652",
    scope(work), retry = safe)]
pub struct SetTeacherViewMode {
    /// Which: a number the platform's page explains.
    pub view_mode: u64,
}

/// Tells which classes teachers see. `GET /cgi-bin/school/get_teacher_view_mode`
#[endpoint(GET "/cgi-bin/school/get_teacher_view_mode", title = "获取老师可查看班级的模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92652",
    scope(work), reply = TeacherViewMode)]
pub struct GetTeacherViewMode {}

/// Which classes teachers see.
#[endpoint(part)]
pub struct TeacherViewMode {
    /// Which: a number the platform's page explains.
    pub view_mode: u64,
}

/// Gives whose parents can use an app. `GET /cgi-bin/school/agent/get_allow_scope`
#[endpoint(GET "/cgi-bin/school/agent/get_allow_scope", title = "获取可使用的家长范围",
    doc = "https://developer.work.weixin.qq.com/document/path/94895",
    scope(work), reply = SchoolAllowScopeDetail)]
pub struct GetSchoolAllowScope {
    /// The app; the account's own if left out.
    #[fill(agent)]
    pub agentid: Option<AgentId>,
}

/// Whose parents can use an app, as [`GetSchoolAllowScope`] answers it.
#[endpoint(part)]
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
/// `GET /cgi-bin/school/getuserinfo`
///
/// A code lives five minutes and works once.
#[endpoint(GET "/cgi-bin/school/getuserinfo", title = "获取家校访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/95791",
    scope(work), retry = unsent, reply = SchoolUserInfo)]
pub struct GetSchoolUserInfo {
    /// The code.
    pub code: String,
}

/// Who has opened a page.
#[endpoint(part)]
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

/// The group as a client has it: `wx.school()`.
#[derive(Debug)]
pub struct School<'c, C: ?Sized>(&'c C);

/// Gives a client `school()`.
pub trait SchoolApi: Caller {
    /// Classes, students and parents (家校通讯录).
    fn school(&self) -> School<'_, Self> {
        School(self)
    }
}

impl<C: Caller + ?Sized> SchoolApi for C where SetArchSyncMode: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> School<'c, C> {
    /// Says whether classes and the tags of parents follow each other; see [`SetArchSyncMode`].
    pub fn set_arch_sync_mode(
        &self,
        arch_sync_mode: impl Into<ArchSyncMode>,
    ) -> Call<'c, C, SetArchSyncMode> {
        Call::new(self.0, SetArchSyncMode::new(arch_sync_mode))
    }

    /// Says whether and when classes move up to the next grade by themselves; see
    /// [`SetUpgradeInfo`].
    pub fn set_upgrade_info(&self) -> Call<'c, C, SetUpgradeInfo> {
        Call::new(self.0, SetUpgradeInfo::new())
    }

    /// Says which classes teachers see; see [`SetTeacherViewMode`].
    pub fn set_teacher_view_mode(&self, view_mode: u64) -> Call<'c, C, SetTeacherViewMode> {
        Call::new(self.0, SetTeacherViewMode::new(view_mode))
    }

    /// Tells which classes teachers see; see [`GetTeacherViewMode`].
    pub fn teacher_view_mode(&self) -> Call<'c, C, GetTeacherViewMode> {
        Call::new(self.0, GetTeacherViewMode::new())
    }

    /// Gives whose parents can use an app; see [`GetSchoolAllowScope`].
    pub fn allow_scope(&self) -> Call<'c, C, GetSchoolAllowScope> {
        Call::new(self.0, GetSchoolAllowScope::new())
    }

    /// Says which parent or student has opened a page, by the code of the web authorization; see
    /// [`GetSchoolUserInfo`].
    pub fn identify(&self, code: impl Into<String>) -> Call<'c, C, GetSchoolUserInfo> {
        Call::new(self.0, GetSchoolUserInfo::new(code))
    }

    /// Makes a department; see [`CreateSchoolDepartment`].
    pub fn create_department(
        &self,
        name: impl Into<String>,
        parentid: u64,
        kind: impl Into<SchoolDepartmentKind>,
    ) -> Call<'c, C, CreateSchoolDepartment> {
        Call::new(self.0, CreateSchoolDepartment::new(name, parentid, kind))
    }

    /// Changes a department; see [`UpdateSchoolDepartment`].
    pub fn update_department(&self, id: u64) -> Call<'c, C, UpdateSchoolDepartment> {
        Call::new(self.0, UpdateSchoolDepartment::new(id))
    }

    /// Deletes a department that has no members and none below it; see [`DeleteSchoolDepartment`].
    pub fn delete_department(&self, id: u64) -> Call<'c, C, DeleteSchoolDepartment> {
        Call::new(self.0, DeleteSchoolDepartment::new(id))
    }

    /// Gives departments; see [`GetSchoolDepartments`].
    pub fn departments(&self) -> Call<'c, C, GetSchoolDepartments> {
        Call::new(self.0, GetSchoolDepartments::new())
    }

    /// Makes a student; see [`CreateStudent`].
    pub fn create_student(
        &self,
        student_userid: impl Into<UserId>,
        name: impl Into<String>,
        department: impl Into<Vec<u64>>,
    ) -> Call<'c, C, CreateStudent> {
        Call::new(self.0, CreateStudent::new(student_userid, name, department))
    }

    /// Changes a student; see [`UpdateStudent`].
    pub fn update_student(&self, student_userid: impl Into<UserId>) -> Call<'c, C, UpdateStudent> {
        Call::new(self.0, UpdateStudent::new(student_userid))
    }

    /// Deletes a student; see [`DeleteStudent`].
    pub fn delete_student(&self, userid: impl Into<UserId>) -> Call<'c, C, DeleteStudent> {
        Call::new(self.0, DeleteStudent::new(userid))
    }

    /// Makes up to 100 students; see [`CreateStudents`].
    pub fn create_students(
        &self,
        students: impl Into<Vec<NewStudent>>,
    ) -> Call<'c, C, CreateStudents> {
        Call::new(self.0, CreateStudents::new(students))
    }

    /// Changes up to 100 students; see [`UpdateStudents`].
    pub fn update_students(
        &self,
        students: impl Into<Vec<StudentChange>>,
    ) -> Call<'c, C, UpdateStudents> {
        Call::new(self.0, UpdateStudents::new(students))
    }

    /// Deletes up to 100 students; see [`DeleteStudents`].
    pub fn delete_students(
        &self,
        useridlist: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, DeleteStudents> {
        Call::new(self.0, DeleteStudents::new(useridlist))
    }

    /// Gives the students of a department; see [`GetStudents`].
    pub fn students(&self, department_id: u64) -> Call<'c, C, GetStudents> {
        Call::new(self.0, GetStudents::new(department_id))
    }

    /// Makes a parent; see [`CreateParent`].
    pub fn create_parent(
        &self,
        parent_userid: impl Into<UserId>,
        mobile: impl Into<String>,
        children: impl Into<Vec<Child>>,
    ) -> Call<'c, C, CreateParent> {
        Call::new(self.0, CreateParent::new(parent_userid, mobile, children))
    }

    /// Changes a parent; see [`UpdateParent`].
    pub fn update_parent(&self, parent_userid: impl Into<UserId>) -> Call<'c, C, UpdateParent> {
        Call::new(self.0, UpdateParent::new(parent_userid))
    }

    /// Deletes a parent; see [`DeleteParent`].
    pub fn delete_parent(&self, userid: impl Into<UserId>) -> Call<'c, C, DeleteParent> {
        Call::new(self.0, DeleteParent::new(userid))
    }

    /// Makes up to 100 parents; see [`CreateParents`].
    pub fn create_parents(&self, parents: impl Into<Vec<NewParent>>) -> Call<'c, C, CreateParents> {
        Call::new(self.0, CreateParents::new(parents))
    }

    /// Changes up to 100 parents; see [`UpdateParents`].
    pub fn update_parents(
        &self,
        parents: impl Into<Vec<ParentChange>>,
    ) -> Call<'c, C, UpdateParents> {
        Call::new(self.0, UpdateParents::new(parents))
    }

    /// Deletes up to 100 parents; see [`DeleteParents`].
    pub fn delete_parents(&self, useridlist: impl Into<Vec<UserId>>) -> Call<'c, C, DeleteParents> {
        Call::new(self.0, DeleteParents::new(useridlist))
    }

    /// Gives a student or a parent; see [`GetSchoolUser`].
    pub fn get(&self, userid: impl Into<UserId>) -> Call<'c, C, GetSchoolUser> {
        Call::new(self.0, GetSchoolUser::new(userid))
    }

    /// Gives the parents of a department's students; see [`GetParents`].
    pub fn parents(&self, department_id: u64) -> Call<'c, C, GetParents> {
        Call::new(self.0, GetParents::new(department_id))
    }
}
