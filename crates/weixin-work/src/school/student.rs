//! Students (家校沟通 学生管理).

use weixin_api::endpoint;

use super::StudentParent;
use crate::{
    ids::{SchoolDepartmentId, StudentUserId},
    school::SchoolHandle,
};

/// Adds a student to a school's directory.
///
/// Fails with 60149 when another student has the mobile number.
#[endpoint(POST "/cgi-bin/school/user/create_student", title = "创建学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92325",
    scope(work), retry = safe, call = school.create_student)]
pub struct CreateStudent {
    /// The id, chosen by the school: up to 64 bytes.
    pub student_userid: StudentUserId,
    /// Name of the student: up to 32 characters.
    pub name: String,
    /// The classes of the student: up to 20.
    pub department: Vec<SchoolDepartmentId>,
    /// Mobile number of the student.
    pub mobile: Option<String>,
    /// Whether to invite the student; `true` if left out.
    pub to_invite: Option<bool>,
}

/// Changes a student in a school's directory. What is left out stays as it is.
#[endpoint(POST "/cgi-bin/school/user/update_student", title = "更新学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92327",
    scope(work), retry = safe, call = school.update_student)]
pub struct UpdateStudent {
    /// The student to change.
    pub student_userid: StudentUserId,
    /// The new id.
    pub new_student_userid: Option<StudentUserId>,
    /// The new name: up to 32 characters.
    pub name: Option<String>,
    /// The new classes, replacing the current ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<SchoolDepartmentId>,
    /// The new mobile number.
    pub mobile: Option<String>,
}

/// Deletes a student from a school's directory.
#[endpoint(GET "/cgi-bin/school/user/delete_student", title = "删除学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92326",
    scope(work), call = school.delete_student)]
pub struct DeleteStudent {
    /// The student to delete.
    pub userid: StudentUserId,
}

/// Adds up to 100 students to a school's directory.
#[endpoint(POST "/cgi-bin/school/user/batch_create_student", title = "批量创建学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92328",
    scope(work), retry = safe, reply = StudentResults, call = school.create_students)]
pub struct CreateStudents {
    /// The students to create: up to 100.
    pub students: Vec<NewStudent>,
}

/// A student to create.
#[endpoint(part)]
pub struct NewStudent {
    /// The id, chosen by the school: up to 64 bytes.
    pub student_userid: StudentUserId,
    /// Name of the student: up to 32 characters.
    pub name: String,
    /// The classes of the student: up to 20.
    pub department: Vec<SchoolDepartmentId>,
    /// Mobile number of the student.
    pub mobile: Option<String>,
    /// Whether to invite the student; `true` if left out.
    pub to_invite: Option<bool>,
}

/// The students for which a call failed; empty if it succeeded for all.
#[endpoint(part, reply_to(CreateStudents, UpdateStudents, DeleteStudents))]
#[derive(Default)]
pub struct StudentResults {
    /// One entry for each failure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<StudentResult>,
}

/// The result for one student.
#[endpoint(part)]
pub struct StudentResult {
    /// Id of the student.
    pub student_userid: StudentUserId,
    /// 0, or the code of the error.
    pub errcode: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
}

/// Changes up to 100 students in a school's directory. What is left out stays as it is.
#[endpoint(POST "/cgi-bin/school/user/batch_update_student", title = "批量更新学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92330",
    scope(work), retry = safe, reply = StudentResults, call = school.update_students)]
pub struct UpdateStudents {
    /// The changes: up to 100.
    pub students: Vec<StudentChange>,
}

/// A change of a student. What is left out stays as it is.
#[endpoint(part)]
pub struct StudentChange {
    /// The student to change.
    pub student_userid: StudentUserId,
    /// The new id.
    pub new_student_userid: Option<StudentUserId>,
    /// The new name: up to 32 characters.
    pub name: Option<String>,
    /// The new classes, replacing the current ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<SchoolDepartmentId>,
    /// The new mobile number.
    pub mobile: Option<String>,
}

/// Deletes up to 100 students from a school's directory.
#[endpoint(POST "/cgi-bin/school/user/batch_delete_student", title = "批量删除学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92329",
    scope(work), retry = safe, reply = StudentResults, call = school.delete_students)]
pub struct DeleteStudents {
    /// The students to delete: up to 100.
    pub useridlist: Vec<StudentUserId>,
}

/// Returns the students in a department.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let class = wx.school().students(10_u64).await?;
/// for student in class.students {
///     println!("{} has {} parents here", student.student_userid, student.parents.len());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/school/user/list", title = "获取部门学生详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92338",
    scope(work), reply = StudentList, call = school.students)]
pub struct GetStudents {
    /// The department to list.
    pub department_id: SchoolDepartmentId,
    /// Whether students in the departments below it are included.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fetch_child: Option<bool>,
}

/// Students.
#[endpoint(part, reply_to(GetStudents))]
#[derive(Default)]
pub struct StudentList {
    /// The students, with their parents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<Student>,
}

/// A student.
#[endpoint(part)]
pub struct Student {
    /// Id of the student.
    pub student_userid: StudentUserId,
    /// Name of the student.
    pub name: Option<String>,
    /// The classes of the student.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<SchoolDepartmentId>,
    /// Mobile number, if the app may see it.
    pub mobile: Option<String>,
    /// The parents of the student.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<StudentParent>,
}
