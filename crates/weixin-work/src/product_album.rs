//! Products that members show in chats (管理商品图册). `/cgi-bin/externalcontact/*product_album*`

use weixin_api::{Paged, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::MediaId;

group! {
    /// Products that members show in chats (商品图册).
    product_albums: [
        AddProductAlbum, GetProductAlbum, GetProductAlbums, UpdateProductAlbum, DeleteProductAlbum,
    ]
}

weixin_api::string_id! {
    /// A product of the product album (商品图册, product_id).
    ProductId
}

/// Adds a product to the album that members show to customers (商品图册).
///
/// Fails with 41085, 41086 and 41087 when the code, the price and the description of the product
/// are not allowed, with 41088 when there is no attachment.
#[endpoint(POST "/cgi-bin/externalcontact/add_product_album", title = "创建商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), reply = AddedProductAlbum, call = product_albums.add)]
pub struct AddProductAlbum {
    /// Name and features of the product: up to 300 characters.
    pub description: String,
    /// Price in fen (0.01 yuan), up to 5 million yuan.
    pub price: u64,
    /// The corporation's own product number: up to 128 letters and digits.
    pub product_sn: Option<String>,
    /// The pictures: up to 9.
    pub attachments: Vec<ProductAttachment>,
}

/// Something attached to a product.
#[endpoint(part)]
pub struct ProductAttachment {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: ProductAttachmentKind,
    /// The picture, for [`ProductAttachmentKind::Image`].
    pub image: Option<ProductImage>,
}

/// What is attached to a product.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ProductAttachmentKind {
    /// A picture.
    Image,
    /// A value that this version does not know.
    Other(String),
}

impl ProductAttachment {
    /// A picture, uploaded for products: `upload_attachment`.
    pub fn of_image(media_id: impl Into<MediaId>) -> Self {
        Self::new(ProductAttachmentKind::Image).image(ProductImage::new(media_id))
    }
}

/// A picture of a product.
#[endpoint(part)]
pub struct ProductImage {
    /// The picture, uploaded by [`UploadAttachment`](crate::media::UploadAttachment).
    pub media_id: MediaId,
}

/// The id of a product that was created.
#[endpoint(part, reply_to(AddProductAlbum))]
pub struct AddedProductAlbum {
    /// The new product.
    pub product_id: ProductId,
}

/// Returns a product of the album that members show to customers (商品图册).
///
/// Fails with 41074 when the product was deleted, with 41075 when there is none with the id.
#[endpoint(POST "/cgi-bin/externalcontact/get_product_album", title = "获取商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, reply = ProductAlbumDetail, call = product_albums.get)]
pub struct GetProductAlbum {
    /// The product to return.
    pub product_id: ProductId,
}

/// The reply with a product.
#[endpoint(part, reply_to(GetProductAlbum))]
pub struct ProductAlbumDetail {
    /// Description, price and pictures.
    pub product: ProductAlbum,
}

/// A product.
#[endpoint(part)]
pub struct ProductAlbum {
    /// Id of the product.
    pub product_id: ProductId,
    /// Name and features of the product.
    pub description: Option<String>,
    /// Price in fen (0.01 yuan).
    pub price: Option<u64>,
    /// When the product was created.
    pub create_time: Option<Timestamp>,
    /// The corporation's own product number.
    pub product_sn: Option<String>,
    /// Pictures of the product.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ProductAttachment>,
}

/// Returns the products of the album (商品图册), a page at a time.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut products = wx.product_albums().list().pages();
/// while let Some(product) = products.try_next().await? {
///     println!("{} costs {:?} fen", product.product_id, product.price);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/get_product_album_list", title = "获取商品图册列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, reply = ProductAlbumList, call = product_albums.list)]
pub struct GetProductAlbums {
    /// Where the page begins: [`ProductAlbumList::next_cursor`] of the page before; the first page
    /// if left out.
    pub cursor: Option<String>,
    /// How many at most: up to 100, 50 if left out.
    pub limit: Option<u32>,
}

/// A page of products.
#[endpoint(part, reply_to(GetProductAlbums))]
#[derive(Default)]
pub struct ProductAlbumList {
    /// The products of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_list: Vec<ProductAlbum>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetProductAlbums {
    type Item = ProductAlbum;
    fn split_page(self, page: ProductAlbumList) -> (Vec<ProductAlbum>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.product_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Changes a product of the album; what is left out stays as it is.
///
/// Fails with 41074 when the product was deleted, with 41075 when there is none with the id.
#[endpoint(POST "/cgi-bin/externalcontact/update_product_album", title = "编辑商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, call = product_albums.update)]
pub struct UpdateProductAlbum {
    /// The product to change.
    pub product_id: ProductId,
    /// Name and features of the product: up to 300 characters.
    pub description: Option<String>,
    /// Price in fen (0.01 yuan).
    pub price: Option<u64>,
    /// The corporation's own product number: up to 128 letters and digits.
    pub product_sn: Option<String>,
    /// The new pictures, replacing the current ones; they stay if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ProductAttachment>,
}

/// Deletes a product from the album.
///
/// Fails with 41074 when the product was deleted, with 41075 when there is none with the id.
#[endpoint(POST "/cgi-bin/externalcontact/delete_product_album", title = "删除商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, call = product_albums.delete)]
pub struct DeleteProductAlbum {
    /// The product to delete.
    pub product_id: ProductId,
}
