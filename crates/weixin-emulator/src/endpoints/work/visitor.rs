//! Who a visitor of a web page is (网页授权登录).

use weixin_api::ErrCode;
use weixin_work::oauth::{
    GetVisitor, GetVisitorDetail, GetVisitorOld, Visitor, VisitorDetail, VisitorOld,
};

use super::{ApiError, RequestContext};
use crate::state::{GrantError, VisitingPerson};

const BAD_CODE: i64 = 40029;
const CODE_EXPIRED: i64 = 42003;
const CODE_USED: i64 = 42022;
const TICKET_EXPIRED: i64 = 84014;
const BAD_TICKET: i64 = 84015;

pub(in super::super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetVisitor,
) -> Result<Visitor, ApiError> {
    let now = ctx.now();
    if ctx.has_contacts_token {
        return Err(ApiError::code(48002));
    }
    let corp = ctx.account()?.id.clone();
    let exchanged = ctx.account_mut()?.visits.exchange(request.code.expose(), now);
    let (person, private) = exchanged.map_err(|bad| match bad {
        GrantError::Unknown => ApiError::code(BAD_CODE),
        GrantError::Used => ApiError::code(CODE_USED),
        GrantError::Expired => ApiError::code(CODE_EXPIRED),
    })?;
    let mut visitor = Visitor::new();
    match person {
        VisitingPerson::Member(member) => {
            if private {
                let ticket = ctx.state.ids.work_access_token();
                let visits = &mut ctx.account_mut()?.visits;
                let lifetime = visits.issue_ticket(member.clone(), ticket.clone(), now);
                visitor.user_ticket = Some(ticket.into());
                visitor.expires_in = Some(lifetime.as_secs());
            }
            visitor.userid = Some((&member).into());
        }
        VisitingPerson::Outsider(name) => {
            let is_customer = ctx.account()?.visits.customers.contains(&name);
            visitor.external_userid = is_customer.then(|| ctx.state.customer_id(&corp, &name));
            visitor.openid = Some(ctx.state.outsider_openid(&corp, &name));
        }
    }
    Ok(visitor)
}

/// The same with the older field names.
pub(in super::super) fn get_old(
    ctx: &mut RequestContext<'_>,
    request: GetVisitorOld,
) -> Result<VisitorOld, ApiError> {
    let visitor = get(ctx, GetVisitor::new(request.code))?;
    let mut old = VisitorOld::new();
    (old.userid, old.openid) = (visitor.userid, visitor.openid);
    old.external_userid = visitor.external_userid;
    (old.user_ticket, old.expires_in) = (visitor.user_ticket, visitor.expires_in);
    Ok(old)
}

pub(in super::super) fn detail(
    ctx: &mut RequestContext<'_>,
    request: GetVisitorDetail,
) -> Result<VisitorDetail, ApiError> {
    let (now, account) = (ctx.now(), ctx.account()?);
    let ticket = request.user_ticket.expose();
    let member = account.visits.member_of_ticket(ticket, now).map_err(|bad| match bad {
        GrantError::Expired => ApiError::code(TICKET_EXPIRED),
        GrantError::Unknown | GrantError::Used => ApiError::code(BAD_TICKET),
    })?;
    // The member may have been deleted since.
    let person = ctx.state.person(&account.id, member);
    let member = &person.ok_or_else(|| ApiError::new(ErrCode::new(60111)))?.member;
    let mut detail = VisitorDetail::new(&member.userid);
    (detail.gender, detail.avatar) = (member.gender, member.avatar.clone());
    (detail.qr_code, detail.mobile) = (member.qr_code.clone(), member.mobile.clone());
    (detail.email, detail.biz_mail) = (member.email.clone(), member.biz_mail.clone());
    detail.address.clone_from(&member.address);
    Ok(detail)
}
