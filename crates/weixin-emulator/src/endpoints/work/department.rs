//! Departments of a corp.

use weixin_api::Empty;
use weixin_work::department::{
    CreateDepartment, CreatedDepartment, DeleteDepartment, Department, DepartmentIds,
    DepartmentList, DepartmentNode, GetDepartment, GetDepartmentIds, GetDepartments, OneDepartment,
    UpdateDepartment,
};

use weixin_work::ids::DepartmentId;

use super::{ApiError, RequestContext, has_contacts_token};
use crate::{
    CorpRules,
    state::{Corp, PersonState, ROOT_DEPARTMENT},
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
    ctx: &mut RequestContext<'_>,
    request: CreateDepartment,
) -> Result<CreatedDepartment, ApiError> {
    has_contacts_token(ctx)?;
    let account = ctx.account_mut()?;
    let (corp, rules) = (&mut account.corp, &account.rules.corp);
    check_name(rules, &request.name)?;
    check_parent(corp, rules, &request.name, request.parentid, None)?;
    let id = request.id.unwrap_or_else(|| corp.next_department_id());
    if id <= ROOT_DEPARTMENT || corp.department(id).is_some() {
        return Err(ApiError::code(TAKEN));
    }
    let mut department = Department::new(id).name(request.name).parentid(request.parentid);
    department.name_en = request.name_en;
    department.order = request.order.or(Some(100_000_000));
    corp.departments.push(department);
    ctx.state.mark_dirty();
    Ok(CreatedDepartment::new(id))
}

pub(in super::super) fn update(
    ctx: &mut RequestContext<'_>,
    request: UpdateDepartment,
) -> Result<Empty, ApiError> {
    has_contacts_token(ctx)?;
    let account = ctx.account_mut()?;
    let (corp, rules) = (&mut account.corp, &account.rules.corp);
    let id = request.id;
    let old = corp.department(id).ok_or_else(|| ApiError::code(UNKNOWN))?;
    let name = request.name.clone().or_else(|| old.name.clone()).unwrap_or_default();
    let parent = request.parentid.or(old.parentid).unwrap_or_default();
    check_name(rules, &name)?;
    if id != ROOT_DEPARTMENT {
        if corp.subtree(id).iter().any(|below| below.id == parent) {
            return Err(ApiError::code(BELOW_ITSELF));
        }
        check_parent(corp, rules, &name, parent, Some(id))?;
    }
    let Some(department) = corp.department_mut(id) else { return Err(ApiError::code(UNKNOWN)) };
    department.name = Some(name);
    department.parentid = Some(parent);
    department.order = request.order.or(department.order);
    department.name_en = request.name_en.or(department.name_en.take());
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(in super::super) fn delete(
    ctx: &mut RequestContext<'_>,
    request: DeleteDepartment,
) -> Result<Empty, ApiError> {
    has_contacts_token(ctx)?;
    let account = ctx.account()?;
    let id = request.id;
    if id == ROOT_DEPARTMENT {
        return Err(ApiError::code(IS_ROOT));
    }
    account.corp.department(id).ok_or_else(|| ApiError::code(UNKNOWN))?;
    if account.corp.subtree(id).len() > 1 {
        return Err(ApiError::code(HAS_CHILDREN));
    }
    let is_in = |person: &PersonState| person.member.department.contains(&id);
    if ctx.state.people_of(&account.id).any(is_in) {
        return Err(ApiError::code(HAS_MEMBERS));
    }
    let corp = &mut ctx.account_mut()?.corp;
    corp.departments.retain(|department| department.id != id);
    for tag in &mut corp.tags {
        tag.departments.retain(|department| *department != id);
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(in super::super) fn list(
    ctx: &mut RequestContext<'_>,
    request: GetDepartments,
) -> Result<DepartmentList, ApiError> {
    Ok(DepartmentList::new(below(ctx, request.id)?))
}

pub(in super::super) fn ids(
    ctx: &mut RequestContext<'_>,
    request: GetDepartmentIds,
) -> Result<DepartmentIds, ApiError> {
    let brief = below(ctx, request.id)?.into_iter().map(|department| {
        let mut brief = DepartmentNode::new(department.id);
        (brief.parentid, brief.order) = (department.parentid, department.order);
        brief
    });
    Ok(DepartmentIds::new(brief.collect::<Vec<_>>()))
}

pub(in super::super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetDepartment,
) -> Result<OneDepartment, ApiError> {
    let department = ctx.account()?.corp.department(request.id);
    department.cloned().map(OneDepartment::new).ok_or_else(|| ApiError::code(UNKNOWN))
}

fn below(ctx: &RequestContext<'_>, id: Option<DepartmentId>) -> Result<Vec<Department>, ApiError> {
    let corp = &ctx.account()?.corp;
    let id = id.unwrap_or(ROOT_DEPARTMENT);
    corp.department(id).ok_or_else(|| ApiError::code(UNKNOWN))?;
    Ok(corp.subtree(id).into_iter().cloned().collect())
}

fn check_name(rules: &CorpRules, name: &str) -> Result<(), ApiError> {
    if !(1..=rules.department_chars).contains(&name.chars().count()) {
        return Err(ApiError::code(BAD_NAME));
    }
    if name.contains(['\\', ':', '*', '?', '"', '<', '>', '|', '｜']) {
        return Err(ApiError::code(BAD_CHARACTER));
    }
    Ok(())
}

/// Checks whether a department with this name can be placed below `parent`; `id` is the department,
/// if it already exists.
fn check_parent(
    corp: &Corp,
    rules: &CorpRules,
    name: &str,
    parent: DepartmentId,
    id: Option<DepartmentId>,
) -> Result<(), ApiError> {
    corp.department(parent).ok_or_else(|| ApiError::code(NO_PARENT))?;
    if corp.depth(parent) >= rules.department_depth {
        return Err(ApiError::code(TOO_DEEP));
    }
    let mut siblings = corp.departments.iter().filter(|other| other.parentid == Some(parent));
    if siblings.any(|other| Some(other.id) != id && other.name.as_deref() == Some(name)) {
        return Err(ApiError::code(TAKEN));
    }
    Ok(())
}
