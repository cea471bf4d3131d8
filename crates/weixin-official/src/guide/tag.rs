//! Tags of customers, and notes about them (标签管理).

use weixin_api::{Call, Caller, endpoint};
use weixin_protocol::OpenId;

use super::{CustomerResults, GuideName, Guides};

/// Makes a kind of tags for customers. `POST /cgi-bin/guide/newguidetagoption`
///
/// There are up to 4 kinds (9300820) with 50 tags.
#[endpoint(POST "/cgi-bin/guide/newguidetagoption", title = "新建标签类型",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.newGuideTagOption.html",
    scope(official))]
pub struct CreateGuideTags {
    /// The name of the kind.
    pub tag_name: String,
    /// The tags; no two kinds have the same one.
    pub tag_values: Vec<String>,
}

/// Deletes a kind of tags. `POST /cgi-bin/guide/delguidetagoption`
#[endpoint(POST "/cgi-bin/guide/delguidetagoption", title = "删除标签类型",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delguidetagoption.html",
    scope(official), retry = safe)]
pub struct DeleteGuideTags {
    /// The name of the kind.
    pub tag_name: String,
}

/// Adds tags to a kind. `POST /cgi-bin/guide/addguidetagoption`
#[endpoint(POST "/cgi-bin/guide/addguidetagoption", title = "为标签添加可选值",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideTagOption.html",
    scope(official))]
pub struct AddGuideTags {
    /// The name of the kind.
    pub tag_name: String,
    /// The tags; no two kinds have the same one.
    pub tag_values: Vec<String>,
}

/// Gives all tags, by kind. `POST /cgi-bin/guide/getguidetagoption`
#[endpoint(POST "/cgi-bin/guide/getguidetagoption", title = "获取标签和可选值",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideTagOption.html",
    scope(official), retry = safe, reply = GuideTags)]
pub struct GetGuideTags {}

/// All tags.
#[endpoint(part)]
pub struct GuideTags {
    /// The kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<GuideTagKind>,
}

/// A kind of tags.
#[endpoint(part)]
pub struct GuideTagKind {
    /// Its name.
    pub tag_name: String,
    /// Its tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_values: Vec<String>,
}

/// Gives a tag to customers of a guide. `POST /cgi-bin/guide/addguidebuyertag`
#[endpoint(POST "/cgi-bin/guide/addguidebuyertag", title = "为客户设置标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerTag.html",
    scope(official), retry = safe, reply = CustomerResults)]
pub struct TagCustomers {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer.
    pub openid: Option<OpenId>,
    /// Several customers in place of `openid`: up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
    /// The tag, one of those of [`GetGuideTags`].
    pub tag_value: String,
}

/// Gives the tags of a customer. `POST /cgi-bin/guide/getguidebuyertag`
#[endpoint(POST "/cgi-bin/guide/getguidebuyertag", title = "查询客户标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerTag.html",
    scope(official), retry = safe, reply = TagsOfCustomer)]
pub struct GetTagsOfCustomer {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer.
    pub openid: OpenId,
}

/// The tags of a customer.
#[endpoint(part)]
pub struct TagsOfCustomer {
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_values: Vec<String>,
}

/// Gives the customers of a guide who have certain tags. `POST /cgi-bin/guide/queryguidebuyerbytag`
#[endpoint(POST "/cgi-bin/guide/queryguidebuyerbytag", title = "根据标签值筛选粉丝",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.queryGuideBuyerByTag.html",
    scope(official), retry = safe, reply = FoundCustomers)]
pub struct FindCustomersByTag {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The tags.
    pub tag_values: Vec<String>,
    /// How many messages can still be sent to the customer.
    pub push_count: Option<u32>,
}

/// The customers who have certain tags.
#[endpoint(part)]
pub struct FoundCustomers {
    /// Who.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
}

/// Takes a tag from customers of a guide. `POST /cgi-bin/guide/delguidebuyertag`
#[endpoint(POST "/cgi-bin/guide/delguidebuyertag", title = "删除客户标签",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.delGuideBuyerTag.html",
    scope(official), retry = safe, reply = CustomerResults)]
pub struct UntagCustomers {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// One customer.
    pub openid: Option<OpenId>,
    /// Several customers in place of `openid`: up to 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid_list: Vec<OpenId>,
    /// The tag.
    pub tag_value: String,
}

/// Sets what a guide reads about a customer. `POST /cgi-bin/guide/addguidebuyerdisplaytag`
#[endpoint(POST "/cgi-bin/guide/addguidebuyerdisplaytag", title = "设置自定义客户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.addGuideBuyerDisplayTag.html",
    scope(official), retry = safe)]
pub struct SetCustomerNotes {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer.
    pub openid: OpenId,
    /// The notes: all of them, those before are forgotten.
    pub display_tag_list: Vec<String>,
}

/// Gives what a guide reads about a customer. `POST /cgi-bin/guide/getguidebuyerdisplaytag`
#[endpoint(POST "/cgi-bin/guide/getguidebuyerdisplaytag", title = "获取自定义客户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/tag-account/shopping-guide.getGuideBuyerDisplayTag.html",
    scope(official), retry = safe, reply = CustomerNotes)]
pub struct GetCustomerNotes {
    /// The guide.
    #[serde(flatten)]
    pub guide: GuideName,
    /// The customer.
    pub openid: OpenId,
}

/// What a guide reads about a customer.
#[endpoint(part)]
pub struct CustomerNotes {
    /// The notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub display_tag_list: Vec<String>,
}

impl<'c, C: Caller + ?Sized> Guides<'c, C> {
    /// Makes a kind of tags; see [`CreateGuideTags`].
    pub fn create_tags(
        &self,
        tag_name: impl Into<String>,
        tag_values: impl Into<Vec<String>>,
    ) -> Call<'c, C, CreateGuideTags> {
        Call::new(self.0, CreateGuideTags::new(tag_name, tag_values))
    }

    /// Deletes a kind of tags; see [`DeleteGuideTags`].
    pub fn delete_tags(&self, tag_name: impl Into<String>) -> Call<'c, C, DeleteGuideTags> {
        Call::new(self.0, DeleteGuideTags::new(tag_name))
    }

    /// Adds tags to a kind; see [`AddGuideTags`].
    pub fn add_tags(
        &self,
        tag_name: impl Into<String>,
        tag_values: impl Into<Vec<String>>,
    ) -> Call<'c, C, AddGuideTags> {
        Call::new(self.0, AddGuideTags::new(tag_name, tag_values))
    }

    /// All tags; see [`GetGuideTags`].
    pub fn tags(&self) -> Call<'c, C, GetGuideTags> {
        Call::new(self.0, GetGuideTags::new())
    }

    /// Gives a tag to customers of a guide; see [`TagCustomers`].
    pub fn tag_customers(
        &self,
        guide: impl Into<GuideName>,
        tag_value: impl Into<String>,
    ) -> Call<'c, C, TagCustomers> {
        Call::new(self.0, TagCustomers::new(guide, tag_value))
    }

    /// Gives the tags of a customer; see [`GetTagsOfCustomer`].
    pub fn tags_of(
        &self,
        guide: impl Into<GuideName>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, GetTagsOfCustomer> {
        Call::new(self.0, GetTagsOfCustomer::new(guide, openid))
    }

    /// Gives the customers of a guide who have certain tags; see [`FindCustomersByTag`].
    pub fn find_by_tag(
        &self,
        guide: impl Into<GuideName>,
        tag_values: impl Into<Vec<String>>,
    ) -> Call<'c, C, FindCustomersByTag> {
        Call::new(self.0, FindCustomersByTag::new(guide, tag_values))
    }

    /// Takes a tag from customers of a guide; see [`UntagCustomers`].
    pub fn untag_customers(
        &self,
        guide: impl Into<GuideName>,
        tag_value: impl Into<String>,
    ) -> Call<'c, C, UntagCustomers> {
        Call::new(self.0, UntagCustomers::new(guide, tag_value))
    }

    /// Sets what a guide reads about a customer; see [`SetCustomerNotes`].
    pub fn set_notes(
        &self,
        guide: impl Into<GuideName>,
        openid: impl Into<OpenId>,
        display_tag_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, SetCustomerNotes> {
        Call::new(self.0, SetCustomerNotes::new(guide, openid, display_tag_list))
    }

    /// Gives what a guide reads about a customer; see [`GetCustomerNotes`].
    pub fn notes(
        &self,
        guide: impl Into<GuideName>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, GetCustomerNotes> {
        Call::new(self.0, GetCustomerNotes::new(guide, openid))
    }
}
