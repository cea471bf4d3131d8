//! Students (家校沟通 学生管理).

use crate::school::SchoolHandle;
use weixin_api::endpoint;
use weixin_protocol::UserId;

use super::StudentParent;

/// Makes a student.
#[endpoint(POST "/cgi-bin/school/user/create_student", title = "创建学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92325",
    scope(work), retry = safe, call = school.create_student)]
pub struct CreateStudent {
    /// The id: up to 64 bytes.
    pub student_userid: UserId,
    /// The name: up to 32 characters.
    pub name: String,
    /// The classes: up to 20.
    pub department: Vec<u64>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// Whether the student is invited: yes if left out.
    pub to_invite: Option<bool>,
}

/// Changes a student. What is left out stays.
#[endpoint(POST "/cgi-bin/school/user/update_student", title = "更新学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92327",
    scope(work), retry = safe, call = school.update_student)]
pub struct UpdateStudent {
    /// The student.
    pub student_userid: UserId,
    /// The new id.
    pub new_student_userid: Option<UserId>,
    /// The name.
    pub name: Option<String>,
    /// The classes, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<u64>,
    /// The mobile number.
    pub mobile: Option<String>,
}

/// Deletes a student.
#[endpoint(GET "/cgi-bin/school/user/delete_student", title = "删除学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92326",
    scope(work), call = school.delete_student)]
pub struct DeleteStudent {
    /// The student.
    pub userid: UserId,
}

/// Makes up to 100 students.
#[endpoint(POST "/cgi-bin/school/user/batch_create_student", title = "批量创建学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92328",
    scope(work), retry = safe, reply = StudentResults, call = school.create_students)]
pub struct CreateStudents {
    /// The students: up to 100.
    pub students: Vec<NewStudent>,
}

/// A student who is to be made.
#[endpoint(part)]
pub struct NewStudent {
    /// The id: up to 64 bytes.
    pub student_userid: UserId,
    /// The name: up to 32 characters.
    pub name: String,
    /// The classes: up to 20.
    pub department: Vec<u64>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// Whether the student is invited: yes if left out.
    pub to_invite: Option<bool>,
}

/// What became of students. If all went well there is nothing.
#[endpoint(part, reply_to(CreateStudents, UpdateStudents, DeleteStudents))]
#[derive(Default)]
pub struct StudentResults {
    /// Those with whom something went wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<StudentResult>,
}

/// What became of a student.
#[endpoint(part)]
pub struct StudentResult {
    /// The student.
    pub student_userid: UserId,
    /// 0, or what went wrong.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Changes up to 100 students. What is left out stays.
#[endpoint(POST "/cgi-bin/school/user/batch_update_student", title = "批量更新学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92330",
    scope(work), retry = safe, reply = StudentResults, call = school.update_students)]
pub struct UpdateStudents {
    /// The students: up to 100.
    pub students: Vec<StudentChange>,
}

/// What a student is from now on.
#[endpoint(part)]
pub struct StudentChange {
    /// The student.
    pub student_userid: UserId,
    /// The new id.
    pub new_student_userid: Option<UserId>,
    /// The name.
    pub name: Option<String>,
    /// The classes, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<u64>,
    /// The mobile number.
    pub mobile: Option<String>,
}

/// Deletes up to 100 students.
#[endpoint(POST "/cgi-bin/school/user/batch_delete_student", title = "批量删除学生",
    doc = "https://developer.work.weixin.qq.com/document/path/92329",
    scope(work), retry = safe, reply = StudentResults, call = school.delete_students)]
pub struct DeleteStudents {
    /// The students: up to 100.
    pub useridlist: Vec<UserId>,
}

/// Gives the students of a department.
#[endpoint(GET "/cgi-bin/school/user/list", title = "获取部门学生详情",
    doc = "https://developer.work.weixin.qq.com/document/path/92338",
    scope(work), reply = StudentList, call = school.students)]
pub struct GetStudents {
    /// The department.
    pub department_id: u64,
    /// Whether with those of the departments below it.
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
    /// The students.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<Student>,
}

/// A student.
#[endpoint(part)]
pub struct Student {
    /// The student.
    pub student_userid: UserId,
    /// The name.
    pub name: Option<String>,
    /// The classes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<u64>,
    /// The mobile number.
    pub mobile: Option<String>,
    /// The parents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<StudentParent>,
}
