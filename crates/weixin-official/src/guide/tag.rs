//! Tags of customers and notes on them (标签管理).

use crate::guide::GuidesHandle;
use weixin_api::endpoint;
use weixin_protocol::OpenId;

use super::{CustomerResults, GuideName};

/// Creates a kind of tags for customers (标签类型).
///
/// Fails with 9300820 when there are 4 kinds. A kind has up to 50 tags.
#[endpoint(POST "/cgi-bin/guide/newguidetagoption", title = "新建标签类型",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.newGuideTagOption.html",
    scope(official), call = guides.create_tags)]
pub struct CreateGuideTags {
    /// The name of the kind of tags.
    pub tag_name: String,
    /// The tags. No two kinds have the same one.
    pub tag_values: Vec<String>,
}

/// Deletes a kind of tags with its tags.
///
/// Fails with 9300822 when there is no such kind.
#[endpoint(POST "/cgi-bin/guide/delguidetagoption", title = "删除标签类型",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delguidetagoption.html",
    scope(official), retry = safe, call = guides.delete_tags)]
pub struct DeleteGuideTags {
    /// The name of the kind of tags.
    pub tag_name: String,
}

/// Adds tags to a kind.
///
/// Fails with 9300822 when there is no such kind.
#[endpoint(POST "/cgi-bin/guide/addguidetagoption", title = "为标签添加可选值",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideTagOption.html",
    scope(official), call = guides.add_tags)]
pub struct AddGuideTags {
    /// The name of the kind of tags.
    pub tag_name: String,
    /// The tags. No two kinds have the same one.
    pub tag_values: Vec<String>,
}

/// Returns all tags by kind.
#[endpoint(POST "/cgi-bin/guide/getguidetagoption", title = "获取标签和可选值",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideTagOption.html",
    scope(official), retry = safe, reply = GuideTags, call = guides.tags)]
pub struct GetGuideTags {}

/// All tags of customers.
#[endpoint(part, reply_to(GetGuideTags))]
pub struct GuideTags {
    /// The kinds of tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<GuideTagKind>,
}

/// A kind of tags.
#[endpoint(part)]
pub struct GuideTagKind {
    /// The name of the kind of tags.
    pub tag_name: String,
    /// The tags. No two kinds have the same one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_values: Vec<String>,
}

/// Adds a tag to customers of a guide (设置标签).
///
/// Fails with 9300807 when there is no such tag.
#[endpoint(POST "/cgi-bin/guide/addguidebuyertag", title = "为客户设置标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerTag.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.tag_customers)]
pub struct TagCustomers {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer. Either this or `openid_list` is given.
    pub openid: Option<OpenId>,
    /// Several customers instead of `openid`, up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
    /// The tag, one of [`GetGuideTags`].
    pub tag_value: String,
}

/// Returns the tags of a customer.
#[endpoint(POST "/cgi-bin/guide/getguidebuyertag", title = "查询客户标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerTag.html",
    scope(official), retry = safe, reply = TagsOfCustomer, call = guides.tags_of)]
pub struct GetTagsOfCustomer {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer to look up.
    pub openid: OpenId,
}

/// The tags of a customer.
#[endpoint(part, reply_to(GetTagsOfCustomer))]
pub struct TagsOfCustomer {
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_values: Vec<String>,
}

/// Returns the customers of a guide who have certain tags.
#[endpoint(POST "/cgi-bin/guide/queryguidebuyerbytag", title = "根据标签值筛选粉丝",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.queryGuideBuyerByTag.html",
    scope(official), retry = safe, reply = FoundCustomers, call = guides.find_by_tag)]
pub struct FindCustomersByTag {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The tags.
    pub tag_values: Vec<String>,
    /// Returns only customers to whom this number of mass messages can still be sent.
    pub push_count: Option<u32>,
}

/// The customers who have certain tags.
#[endpoint(part, reply_to(FindCustomersByTag))]
pub struct FoundCustomers {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
}

/// Removes a tag from customers of a guide.
#[endpoint(POST "/cgi-bin/guide/delguidebuyertag", title = "删除客户标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delGuideBuyerTag.html",
    scope(official), retry = safe, reply = CustomerResults, call = guides.untag_customers)]
pub struct UntagCustomers {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer. Either this or `openid_list` is given.
    pub openid: Option<OpenId>,
    /// Several customers instead of `openid`, up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
    /// The tag, one of [`GetGuideTags`].
    pub tag_value: String,
}

/// Sets what a guide reads about a customer (自定义客户信息).
///
/// Fails with 9300804 when the person is no guide, with 9300806 when the user is no customer of the
/// guide.
#[endpoint(POST "/cgi-bin/guide/addguidebuyerdisplaytag", title = "设置自定义客户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerDisplayTag.html",
    scope(official), retry = safe, call = guides.set_notes)]
pub struct SetCustomerNotes {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer that the notes are about.
    pub openid: OpenId,
    /// The notes; they replace all present ones.
    pub display_tag_list: Vec<String>,
}

/// Returns what a guide reads about a customer.
#[endpoint(POST "/cgi-bin/guide/getguidebuyerdisplaytag", title = "获取自定义客户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerDisplayTag.html",
    scope(official), retry = safe, reply = CustomerNotes, call = guides.notes)]
pub struct GetCustomerNotes {
    /// The guide, named as they were added.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer that the notes are about.
    pub openid: OpenId,
}

/// What a guide reads about a customer.
#[endpoint(part, reply_to(GetCustomerNotes))]
pub struct CustomerNotes {
    /// The notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub display_tag_list: Vec<String>,
}
