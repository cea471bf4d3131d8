//! Members of a corp.

use weixin_api::{Empty, ErrCode};
use weixin_protocol::UserId;
use weixin_work::{
    ids::DepartmentId,
    user::{
        ConvertedUserId, CreateUser, DeleteUser, DeleteUsers, DepartmentUser, GetUser,
        GetUserDetailsOfDepartment, GetUserIdByMobile, GetUserIds, GetUsersOfDepartment,
        SimpleUser, SimpleUsers, UpdateUser, User, UserIds, UserList, UserStatus,
    },
};

use super::{ApiError, RequestContext, has_contacts_token};
use crate::state::{PersonState, ROOT_DEPARTMENT};

const NO_DEPARTMENT: i64 = 60003;
const TAKEN: i64 = 60102;
const MOBILE_TAKEN: i64 = 60104;
const MAIL_TAKEN: i64 = 60106;
const UNKNOWN: i64 = 60111;
const BAD_ID: i64 = 40003;
const BAD_NAME: i64 = 60112;
const UNREACHABLE: i64 = 60129;
const NO_SUCH_NUMBER: i64 = 46004;

/// The maximum number of members that one call can delete.
const BATCH: usize = 200;

pub(in super::super) fn create(
    ctx: &mut RequestContext<'_>,
    request: CreateUser,
) -> Result<Empty, ApiError> {
    has_contacts_token(ctx)?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_-@.".contains(c);
    let id = &request.userid;
    if !(1..=64).contains(&id.as_str().len()) || !id.as_str().chars().all(allowed) {
        return Err(ApiError::with_message(ErrCode::new(BAD_ID), "invalid userid"));
    }
    let account = ctx.account()?.id.clone();
    let same = |person: &PersonState| person.id.as_str().eq_ignore_ascii_case(id.as_str());
    if ctx.state.people_of(&account).any(same) {
        return Err(ApiError::code(TAKEN));
    }
    if request.mobile.is_none() && request.email.is_none() {
        return Err(ApiError::code(UNREACHABLE));
    }
    // The emulator has no invitations: members are active immediately.
    let mut member = User::new(&request.userid).status(UserStatus::Active);
    let mut first = UpdateUser::new(request.userid);
    first.name = Some(request.name);
    (first.alias, first.position) = (request.alias, request.position);
    (first.mobile, first.telephone) = (request.mobile, request.telephone);
    (first.email, first.biz_mail) = (request.email, request.biz_mail);
    (first.gender, first.address) = (request.gender, request.address);
    first.main_department = request.main_department;
    first.department = match request.department.is_empty() {
        true => vec![ROOT_DEPARTMENT],
        false => request.department,
    };
    first.order = request.order;
    (first.is_leader_in_dept, first.direct_leader) =
        (request.is_leader_in_dept, request.direct_leader);
    (first.extattr, first.enable) = (request.extattr, request.enable);
    first.external_position = request.external_position;
    first.external_profile = request.external_profile;
    apply(&mut member, first);
    check(ctx, &member)?;
    ctx.state.add_member(&account, member);
    Ok(Empty {})
}

pub(in super::super) fn update(
    ctx: &mut RequestContext<'_>,
    request: UpdateUser,
) -> Result<Empty, ApiError> {
    has_contacts_token(ctx)?;
    let account = ctx.account()?.id.clone();
    let person = ctx.state.person(&account, &request.userid);
    let mut member = person.ok_or_else(|| ApiError::code(UNKNOWN))?.member.clone();
    if request.new_userid.as_ref().is_some_and(|new| *new != request.userid) {
        // The platform only allows this for generated userids, which the emulator does not have.
        return Err(ApiError::with_message(ErrCode::new(60124), "userid can not be modified"));
    }
    apply(&mut member, request);
    check(ctx, &member)?;
    if let Some(person) = ctx.state.person_mut(&account, &member.userid) {
        person.name = member.name.clone().unwrap_or_default();
        person.member = member;
    }
    ctx.state.mark_dirty();
    Ok(Empty {})
}

/// Applies the fields that a call sets. Missing fields stay unchanged.
fn apply(member: &mut User, change: UpdateUser) {
    if !change.department.is_empty() {
        member.department = change.department;
        let main = change.main_department.or(member.main_department);
        let main = main.filter(|main| member.department.contains(main));
        member.main_department = main.or(member.department.first().copied());
    } else if change.main_department.is_some() {
        member.main_department = change.main_department;
    }
    for (old, new) in [
        (&mut member.name, change.name),
        (&mut member.alias, change.alias),
        (&mut member.mobile, change.mobile),
        (&mut member.telephone, change.telephone),
        (&mut member.email, change.email),
        (&mut member.biz_mail, change.biz_mail),
        (&mut member.address, change.address),
        (&mut member.position, change.position),
        (&mut member.external_position, change.external_position),
    ] {
        if new.is_some() {
            *old = new;
        }
    }
    member.gender = change.gender.or(member.gender);
    member.extattr = change.extattr.or(member.extattr.take());
    member.external_profile = change.external_profile.or(member.external_profile.take());
    if !change.order.is_empty() {
        member.order = change.order;
    }
    if !change.is_leader_in_dept.is_empty() {
        member.is_leader_in_dept = change.is_leader_in_dept;
    }
    if !change.direct_leader.is_empty() {
        member.direct_leader = change.direct_leader;
    }
    if let Some(enabled) = change.enable {
        member.status = Some(if enabled { UserStatus::Active } else { UserStatus::Disabled });
    }
}

/// Validates a member.
fn check(ctx: &RequestContext<'_>, member: &User) -> Result<(), ApiError> {
    let account = ctx.account()?;
    let name = member.name.as_deref().unwrap_or_default();
    if !(1..=64).contains(&name.chars().count()) {
        return Err(ApiError::code(BAD_NAME));
    }
    let known = |id: &DepartmentId| account.corp.department(*id).is_some();
    if member.department.is_empty() || !member.department.iter().all(known) {
        return Err(ApiError::code(NO_DEPARTMENT));
    }
    let mut others = ctx.state.people_of(&account.id).filter(|other| other.id != member.userid);
    others.try_for_each(|other| {
        let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
        if same(&other.member.mobile, &member.mobile) {
            return Err(ApiError::code(MOBILE_TAKEN));
        }
        if same(&other.member.email, &member.email) {
            return Err(ApiError::code(MAIL_TAKEN));
        }
        Ok(())
    })
}

pub(in super::super) fn delete(
    ctx: &mut RequestContext<'_>,
    request: DeleteUser,
) -> Result<Empty, ApiError> {
    has_contacts_token(ctx)?;
    let account = ctx.account()?.id.clone();
    ctx.state.person(&account, &request.userid).ok_or_else(|| ApiError::code(UNKNOWN))?;
    ctx.state.remove_member(&account, &request.userid);
    Ok(Empty {})
}

pub(in super::super) fn delete_all(
    ctx: &mut RequestContext<'_>,
    request: DeleteUsers,
) -> Result<Empty, ApiError> {
    has_contacts_token(ctx)?;
    let account = ctx.account()?.id.clone();
    if request.useridlist.is_empty() || request.useridlist.len() > BATCH {
        return Err(ApiError::with_message(ErrCode::new(40032), "invalid useridlist size"));
    }
    let unknown = |id: &&UserId| ctx.state.person(&account, id).is_none();
    if request.useridlist.iter().any(|id| unknown(&id)) {
        return Err(ApiError::with_message(ErrCode::new(40031), "invalid useridlist"));
    }
    for id in &request.useridlist {
        ctx.state.remove_member(&account, id);
    }
    Ok(Empty {})
}

pub(in super::super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetUser,
) -> Result<User, ApiError> {
    let account = ctx.account()?;
    let person = ctx.state.person(&account.id, &request.userid);
    let person = person.ok_or_else(|| ApiError::code(UNKNOWN))?;
    Ok(visible_profile(ctx, &person.member))
}

pub(in super::super) fn of_department(
    ctx: &mut RequestContext<'_>,
    request: GetUsersOfDepartment,
) -> Result<SimpleUsers, ApiError> {
    let members = within(ctx, request.department_id, request.fetch_child, request.status)?;
    let brief = members.into_iter().map(|member| {
        let mut brief = SimpleUser::new(&member.userid);
        brief.name.clone_from(&member.name);
        brief.department.clone_from(&member.department);
        brief
    });
    Ok(SimpleUsers::new(brief.collect::<Vec<_>>()))
}

pub(in super::super) fn details_of_department(
    ctx: &mut RequestContext<'_>,
    request: GetUserDetailsOfDepartment,
) -> Result<UserList, ApiError> {
    let members = within(ctx, request.department_id, request.fetch_child, request.status)?;
    Ok(UserList::new(
        members.into_iter().map(|member| visible_profile(ctx, member)).collect::<Vec<_>>(),
    ))
}

/// The members of a department, optionally including its descendants, and optionally filtered by
/// status.
fn within<'d>(
    ctx: &'d RequestContext<'_>,
    department: DepartmentId,
    below: Option<bool>,
    status: Option<UserStatus>,
) -> Result<Vec<&'d User>, ApiError> {
    let account = ctx.account()?;
    account.corp.department(department).ok_or_else(|| ApiError::code(NO_DEPARTMENT))?;
    let is_in = |member: &User| match below {
        Some(true) => account.corp.is_within(member, &[department]),
        _ => member.department.contains(&department),
    };
    let status = status.filter(|status| *status != UserStatus::All);
    let members = ctx.state.people_of(&account.id).map(|person| &person.member);
    let members = members.filter(|member| is_in(member));
    Ok(members.filter(|member| status.is_none() || member.status == status).collect())
}

pub(in super::super) fn ids(
    ctx: &mut RequestContext<'_>,
    request: GetUserIds,
) -> Result<UserIds, ApiError> {
    const PAGE: usize = 10_000;
    let cursor = request.cursor.filter(|cursor| !cursor.is_empty());
    let start: usize = match &cursor {
        None => 0,
        Some(cursor) => cursor
            .parse()
            .map_err(|_| ApiError::with_message(ErrCode::new(40058), "invalid cursor"))?,
    };
    let max = request.limit.map_or(PAGE, |limit| limit as usize).clamp(1, PAGE);
    let account = ctx.account()?;
    let people = ctx.state.people_of(&account.id);
    let all = people.flat_map(|person| {
        person.member.department.iter().map(|id| DepartmentUser::new(&person.id, *id))
    });
    let mut page: Vec<_> = all.skip(start).take(max + 1).collect();
    let more = page.len() > max;
    page.truncate(max);
    let mut ids = UserIds::new(page);
    ids.next_cursor = more.then(|| (start + max).to_string());
    Ok(ids)
}

pub(in super::super) fn by_mobile(
    ctx: &mut RequestContext<'_>,
    request: GetUserIdByMobile,
) -> Result<ConvertedUserId, ApiError> {
    let account = ctx.account()?;
    let mut people = ctx.state.people_of(&account.id);
    let found = people.find(|person| person.member.mobile.as_ref() == Some(&request.mobile));
    let found = found
        .ok_or_else(|| ApiError::with_message(ErrCode::new(NO_SUCH_NUMBER), "user no exist"))?;
    Ok(ConvertedUserId::new(&found.id))
}

/// The profile of a member as visible to the caller. Since 2022, contact details are only returned
/// for the contacts secret.
fn visible_profile(ctx: &RequestContext<'_>, member: &User) -> User {
    let mut member = member.clone();
    if !ctx.has_contacts_token {
        (member.mobile, member.email, member.biz_mail) = (None, None, None);
        (member.gender, member.address, member.avatar, member.qr_code) = (None, None, None, None);
    }
    member
}
