//! Departments of a corporation.

use weixin_api::Empty;
use weixin_work::department::{
    CreateDepartment, CreatedDepartment, DeleteDepartment, Department, DepartmentId, DepartmentIds,
    DepartmentList, GetDepartment, GetDepartmentIds, GetDepartments, OneDepartment,
    UpdateDepartment,
};

use super::{Desk, Refusal, keeps_contacts};
use crate::{
    CorpRules,
    world::{Corp, PersonState, ROOT},
};

const BAD_NAME: i64 = 60001;
const TOO_DEEP: i64 = 60002;
const UNKNOWN: i64 = 60003;
const NO_PARENT: i64 = 60004;
const HAS_MEMBERS: i64 = 60005;
const HAS_CHILDREN: i64 = 60006;
const IS_ROOT: i64 = 60007;
const TAKEN: i64 = 60008;
const BAD_CHARACTER: i64 = 60009;
const BELOW_ITSELF: i64 = 60010;

pub(in super::super) fn create(
    desk: &mut Desk<'_>,
    request: CreateDepartment,
) -> Result<CreatedDepartment, Refusal> {
    keeps_contacts(desk)?;
    let account = desk.account_mut()?;
    let (corp, rules) = (&mut account.corp, &account.rules.corp);
    check_name(rules, &request.name)?;
    check_place(corp, rules, &request.name, request.parentid, None)?;
    let id = request.id.unwrap_or_else(|| corp.free_department());
    if id <= ROOT || corp.department(id).is_some() {
        return Err(Refusal::code(TAKEN));
    }
    let mut department = Department::new(id).name(request.name).parentid(request.parentid);
    department.name_en = request.name_en;
    department.order = request.order.or(Some(100_000_000));
    corp.departments.push(department);
    desk.world.touch();
    Ok(CreatedDepartment::new(id))
}

pub(in super::super) fn update(
    desk: &mut Desk<'_>,
    request: UpdateDepartment,
) -> Result<Empty, Refusal> {
    keeps_contacts(desk)?;
    let account = desk.account_mut()?;
    let (corp, rules) = (&mut account.corp, &account.rules.corp);
    let id = request.id;
    let old = corp.department(id).ok_or_else(|| Refusal::code(UNKNOWN))?;
    let name = request.name.clone().or_else(|| old.name.clone()).unwrap_or_default();
    let parent = request.parentid.or(old.parentid).unwrap_or_default();
    check_name(rules, &name)?;
    if id != ROOT {
        if corp.below(id).iter().any(|below| below.id == parent) {
            return Err(Refusal::code(BELOW_ITSELF));
        }
        check_place(corp, rules, &name, parent, Some(id))?;
    }
    let Some(department) = corp.department_mut(id) else { return Err(Refusal::code(UNKNOWN)) };
    department.name = Some(name);
    department.parentid = Some(parent);
    department.order = request.order.or(department.order);
    department.name_en = request.name_en.or(department.name_en.take());
    desk.world.touch();
    Ok(Empty {})
}

pub(in super::super) fn delete(
    desk: &mut Desk<'_>,
    request: DeleteDepartment,
) -> Result<Empty, Refusal> {
    keeps_contacts(desk)?;
    let account = desk.account()?;
    let id = request.id;
    if id == ROOT {
        return Err(Refusal::code(IS_ROOT));
    }
    account.corp.department(id).ok_or_else(|| Refusal::code(UNKNOWN))?;
    if account.corp.below(id).len() > 1 {
        return Err(Refusal::code(HAS_CHILDREN));
    }
    let is_in = |person: &PersonState| person.member.department.contains(&id);
    if desk.world.people_of(&account.id).any(is_in) {
        return Err(Refusal::code(HAS_MEMBERS));
    }
    let corp = &mut desk.account_mut()?.corp;
    corp.departments.retain(|department| department.id != id);
    for tag in &mut corp.tags {
        tag.departments.retain(|department| *department != id);
    }
    desk.world.touch();
    Ok(Empty {})
}

pub(in super::super) fn list(
    desk: &mut Desk<'_>,
    request: GetDepartments,
) -> Result<DepartmentList, Refusal> {
    Ok(DepartmentList::new(below(desk, request.id)?))
}

pub(in super::super) fn ids(
    desk: &mut Desk<'_>,
    request: GetDepartmentIds,
) -> Result<DepartmentIds, Refusal> {
    let brief = below(desk, request.id)?.into_iter().map(|department| {
        let mut brief = DepartmentId::new(department.id);
        (brief.parentid, brief.order) = (department.parentid, department.order);
        brief
    });
    Ok(DepartmentIds::new(brief.collect::<Vec<_>>()))
}

pub(in super::super) fn get(
    desk: &mut Desk<'_>,
    request: GetDepartment,
) -> Result<OneDepartment, Refusal> {
    let department = desk.account()?.corp.department(request.id);
    department.cloned().map(OneDepartment::new).ok_or_else(|| Refusal::code(UNKNOWN))
}

fn below(desk: &Desk<'_>, id: Option<u64>) -> Result<Vec<Department>, Refusal> {
    let corp = &desk.account()?.corp;
    let id = id.unwrap_or(ROOT);
    corp.department(id).ok_or_else(|| Refusal::code(UNKNOWN))?;
    Ok(corp.below(id).into_iter().cloned().collect())
}

fn check_name(rules: &CorpRules, name: &str) -> Result<(), Refusal> {
    if !(1..=rules.department_chars).contains(&name.chars().count()) {
        return Err(Refusal::code(BAD_NAME));
    }
    if name.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '｜']) {
        return Err(Refusal::code(BAD_CHARACTER));
    }
    Ok(())
}

/// Whether a department of this name may stand below `parent`; `id` is it, if it is there already.
fn check_place(
    corp: &Corp,
    rules: &CorpRules,
    name: &str,
    parent: u64,
    id: Option<u64>,
) -> Result<(), Refusal> {
    corp.department(parent).ok_or_else(|| Refusal::code(NO_PARENT))?;
    if corp.depth(parent) >= rules.department_depth {
        return Err(Refusal::code(TOO_DEEP));
    }
    let mut siblings = corp.departments.iter().filter(|other| other.parentid == Some(parent));
    if siblings.any(|other| Some(other.id) != id && other.name.as_deref() == Some(name)) {
        return Err(Refusal::code(TAKEN));
    }
    Ok(())
}
