//! Followers of an Official Account, and their info.

use weixin_api::{Empty, ErrCode};
use weixin_official::user::{
    BatchGetUserInfo, FollowerIds, Followers, GetFollowers, GetUserInfo, Language, SetRemark,
    UserInfo, UserInfoList,
};
use weixin_protocol::{OpenId, PeerId};

use super::{ApiError, RequestContext};
use crate::state::QrScene;

/// The maximum number of users per call.
const BATCH: usize = 100;

/// The maximum length of a remark, in characters.
const REMARK: usize = 30;

pub(super) fn info(
    ctx: &mut RequestContext<'_>,
    request: GetUserInfo,
) -> Result<UserInfo, ApiError> {
    of(ctx, &request.openid)
}

pub(super) fn batch_info(
    ctx: &mut RequestContext<'_>,
    request: BatchGetUserInfo,
) -> Result<UserInfoList, ApiError> {
    if request.user_list.is_empty() || request.user_list.len() > BATCH {
        return Err(ApiError::code(40032));
    }
    let users: Result<Vec<_>, _> =
        request.user_list.iter().map(|query| of(ctx, &query.openid)).collect();
    Ok(UserInfoList::new(users?))
}

fn of(ctx: &RequestContext<'_>, openid: &OpenId) -> Result<UserInfo, ApiError> {
    let account = ctx.account()?;
    let person = ctx.state.person(&account.id, openid);
    let person = person.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    let mut info = UserInfo::new(person.following, openid);
    info.unionid = ctx.state.union_id(&account.id, openid);
    if !person.following {
        return Ok(info);
    }
    let info = info
        .language(Language::SimplifiedChinese)
        .subscribe_time(person.since)
        .remark(person.remark.as_str())
        .groupid(person.tags.first().copied().unwrap_or_default().get())
        .tagid_list(person.tags.clone());
    Ok(match &person.scene {
        Some(scene) => {
            let info = info.subscribe_scene("ADD_SCENE_QR_CODE");
            match scene {
                QrScene::Number(number) => info.qr_scene(*number).qr_scene_str(""),
                QrScene::Text(text) => info.qr_scene_str(text.as_str()),
            }
        }
        None => info.subscribe_scene("ADD_SCENE_SEARCH").qr_scene_str(""),
    })
}

pub(super) fn followers(
    ctx: &mut RequestContext<'_>,
    request: GetFollowers,
) -> Result<Followers, ApiError> {
    let account = ctx.account()?;
    let all: Vec<&PeerId> = ctx
        .state
        .people_of(&account.id)
        .filter(|person| person.following)
        .map(|person| &person.id)
        .collect();
    let (total, page) = page(&all, request.next_openid.as_ref(), account.rules.page_size)?;
    let mut followers = Followers::new(total as u64, page.len() as u64);
    followers.next_openid = page.last().cloned().unwrap_or_default();
    followers.data = (!page.is_empty()).then(|| FollowerIds::new(page));
    Ok(followers)
}

/// The total number, and the page that starts after `after`.
pub(super) fn page(
    all: &[&PeerId],
    after: Option<&OpenId>,
    max: usize,
) -> Result<(usize, Vec<OpenId>), ApiError> {
    let start = match after.filter(|openid| !openid.is_empty()) {
        None => 0,
        Some(openid) => {
            let at = all.iter().position(|id| **id == *openid);
            at.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))? + 1
        }
    };
    Ok((all.len(), all.iter().skip(start).take(max).map(|id| OpenId::from(*id)).collect()))
}

pub(super) fn set_remark(
    ctx: &mut RequestContext<'_>,
    request: SetRemark,
) -> Result<Empty, ApiError> {
    if request.remark.chars().count() > REMARK {
        return Err(ApiError::code(40092));
    }
    let account = ctx.account()?.id.clone();
    let person = ctx.state.person_mut(&account, &request.openid);
    let person = person.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    if !person.following {
        return Err(ApiError::code(43004));
    }
    person.remark = request.remark;
    ctx.state.mark_dirty();
    Ok(Empty {})
}
