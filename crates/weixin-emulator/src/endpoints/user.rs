//! Followers of an Official Account.

use weixin_api::{Empty, ErrCode};
use weixin_official::user::{
    BatchGetUserInfo, FollowerIds, Followers, GetFollowers, GetUserInfo, Language, SetRemark,
    UserInfo, UserInfoList,
};
use weixin_protocol::OpenId;

use super::{Desk, Refusal};
use crate::world::SceneOf;

/// How many users one call may ask for.
const BATCH: usize = 100;

/// How long a note may be, in characters.
const REMARK: usize = 30;

pub(super) fn info(desk: &mut Desk<'_>, request: GetUserInfo) -> Result<UserInfo, Refusal> {
    of(desk, &request.openid)
}

pub(super) fn batch_info(
    desk: &mut Desk<'_>,
    request: BatchGetUserInfo,
) -> Result<UserInfoList, Refusal> {
    if request.user_list.is_empty() || request.user_list.len() > BATCH {
        return Err(Refusal::code(40032));
    }
    let users: Result<Vec<_>, _> =
        request.user_list.iter().map(|query| of(desk, &query.openid)).collect();
    Ok(UserInfoList::new(users?))
}

fn of(desk: &Desk<'_>, openid: &OpenId) -> Result<UserInfo, Refusal> {
    let account = desk.account()?;
    let person = desk.world.person(&account.id, openid);
    let person = person.ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))?;
    let info = UserInfo::new(person.following, openid);
    if !person.following {
        return Ok(info);
    }
    let info = info
        .language(Language::SimplifiedChinese)
        .subscribe_time(person.since)
        .remark(person.remark.as_str())
        .groupid(person.tags.first().copied().unwrap_or_default())
        .tagid_list(person.tags.clone());
    Ok(match &person.scene {
        Some(scene) => {
            let info = info.subscribe_scene("ADD_SCENE_QR_CODE");
            match scene {
                SceneOf::Number(number) => info.qr_scene(*number).qr_scene_str(""),
                SceneOf::Text(text) => info.qr_scene_str(text.as_str()),
            }
        }
        None => info.subscribe_scene("ADD_SCENE_SEARCH").qr_scene_str(""),
    })
}

pub(super) fn followers(desk: &mut Desk<'_>, request: GetFollowers) -> Result<Followers, Refusal> {
    let account = desk.account()?;
    let all: Vec<&OpenId> = desk
        .world
        .people_of(&account.id)
        .filter(|person| person.following)
        .map(|person| &person.id)
        .collect();
    let (total, page) = page(&all, request.next_openid.as_ref(), account.rules.page)?;
    let mut followers = Followers::new(total as u64, page.len() as u64);
    followers.next_openid = page.last().cloned().unwrap_or_default();
    followers.data = (!page.is_empty()).then(|| FollowerIds::new(page));
    Ok(followers)
}

/// How many there are in all, and those that stand on the page after one of them.
pub(super) fn page(
    all: &[&OpenId],
    after: Option<&OpenId>,
    most: usize,
) -> Result<(usize, Vec<OpenId>), Refusal> {
    let start = match after.filter(|openid| !openid.is_empty()) {
        None => 0,
        Some(openid) => {
            let at = all.iter().position(|id| *id == openid);
            at.ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))? + 1
        }
    };
    Ok((all.len(), all.iter().skip(start).take(most).copied().cloned().collect()))
}

pub(super) fn set_remark(desk: &mut Desk<'_>, request: SetRemark) -> Result<Empty, Refusal> {
    if request.remark.chars().count() > REMARK {
        return Err(Refusal::code(40092));
    }
    let account = desk.account()?.id.clone();
    let person = desk.world.person_mut(&account, &request.openid);
    let person = person.ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))?;
    if !person.following {
        return Err(Refusal::code(43004));
    }
    person.remark = request.remark;
    desk.world.touch();
    Ok(Empty {})
}
