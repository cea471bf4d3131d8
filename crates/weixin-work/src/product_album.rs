//! Products that members show in chats (管理商品图册). `/cgi-bin/externalcontact/*product_album*`

use weixin_api::{Call, Caller, On, Paged, Timestamp, endpoint, endpoints};
use weixin_protocol::MediaId;

endpoints![
    AddProductAlbum,
    GetProductAlbum,
    GetProductAlbums,
    UpdateProductAlbum,
    DeleteProductAlbum
];

/// Makes a product. `POST /cgi-bin/externalcontact/add_product_album`
#[endpoint(POST "/cgi-bin/externalcontact/add_product_album", title = "创建商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), reply = AddedProductAlbum)]
pub struct AddProductAlbum {
    /// What it is: up to 300 characters.
    pub description: String,
    /// What it costs, in fen (0.01 yuan): up to 5 million yuan.
    pub price: u64,
    /// The corporation's own number of it: up to 128 characters.
    pub product_sn: Option<String>,
    /// The pictures: up to 9.
    pub attachments: Vec<ProductAttachment>,
}

/// What is attached to a product.
#[endpoint(part)]
pub struct ProductAttachment {
    /// What it is: `image`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The picture.
    pub image: Option<ProductImage>,
}

impl ProductAttachment {
    /// A picture, uploaded for products: `upload_attachment`.
    pub fn of_image(media_id: impl Into<MediaId>) -> Self {
        Self::new("image").image(ProductImage::new(media_id))
    }
}

/// A picture of a product.
#[endpoint(part)]
pub struct ProductImage {
    /// The picture.
    pub media_id: MediaId,
}

/// A product that was made.
#[endpoint(part)]
pub struct AddedProductAlbum {
    /// The product.
    pub product_id: String,
}

/// Gives a product. `POST /cgi-bin/externalcontact/get_product_album`
#[endpoint(POST "/cgi-bin/externalcontact/get_product_album", title = "获取商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, reply = ProductAlbumDetail)]
pub struct GetProductAlbum {
    /// The product.
    pub product_id: String,
}

/// A product, as [`GetProductAlbum`] answers it.
#[endpoint(part)]
pub struct ProductAlbumDetail {
    /// The product.
    pub product: ProductAlbum,
}

/// A product.
#[endpoint(part)]
pub struct ProductAlbum {
    /// Its id.
    pub product_id: String,
    /// What it is.
    pub description: Option<String>,
    /// What it costs, in fen (0.01 yuan).
    pub price: Option<u64>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// The corporation's own number of it.
    pub product_sn: Option<String>,
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ProductAttachment>,
}

/// Gives the products, up to 100 at a time. `POST /cgi-bin/externalcontact/get_product_album_list`
#[endpoint(POST "/cgi-bin/externalcontact/get_product_album_list", title = "获取商品图册列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe, reply = ProductAlbumList)]
pub struct GetProductAlbums {
    /// Where to go on: [`ProductAlbumList::next_cursor`].
    pub cursor: Option<String>,
    /// How many at most: 50 if left out, up to 100.
    pub limit: Option<u32>,
}

/// Products.
#[endpoint(part)]
#[derive(Default)]
pub struct ProductAlbumList {
    /// The products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_list: Vec<ProductAlbum>,
    /// Where to go on; empty at the end.
    pub next_cursor: Option<String>,
}

impl Paged for GetProductAlbums {
    type Item = ProductAlbum;
    fn turn(self, page: ProductAlbumList) -> (Vec<ProductAlbum>, Option<Self>) {
        let next = page.next_cursor.filter(|cursor| !cursor.is_empty());
        (page.product_list, next.map(|cursor| self.cursor(cursor)))
    }
}

/// Changes a product. What is left out stays. `POST /cgi-bin/externalcontact/update_product_album`
#[endpoint(POST "/cgi-bin/externalcontact/update_product_album", title = "编辑商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe)]
pub struct UpdateProductAlbum {
    /// The product.
    pub product_id: String,
    /// What it is: up to 300 characters.
    pub description: Option<String>,
    /// What it costs, in fen (0.01 yuan).
    pub price: Option<u64>,
    /// The corporation's own number of it: up to 128 characters.
    pub product_sn: Option<String>,
    /// The pictures, in place of those that were there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<ProductAttachment>,
}

/// Deletes a product. `POST /cgi-bin/externalcontact/delete_product_album`
#[endpoint(POST "/cgi-bin/externalcontact/delete_product_album", title = "删除商品图册",
    doc = "https://developer.work.weixin.qq.com/document/path/95096",
    scope(work), retry = safe)]
pub struct DeleteProductAlbum {
    /// The product.
    pub product_id: String,
}

/// The group as a client has it: `wx.product_albums()`.
#[derive(Debug)]
pub struct ProductAlbums<'c, C: ?Sized>(&'c C);

/// Gives a client `product_albums()`.
pub trait ProductAlbumsApi: Caller {
    /// Products that members show in chats (商品图册).
    fn product_albums(&self) -> ProductAlbums<'_, Self> {
        ProductAlbums(self)
    }
}

impl<C: Caller + ?Sized> ProductAlbumsApi for C where AddProductAlbum: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> ProductAlbums<'c, C> {
    /// Makes a product; see [`AddProductAlbum`].
    pub fn add(
        &self,
        description: impl Into<String>,
        price: u64,
        attachments: impl Into<Vec<ProductAttachment>>,
    ) -> Call<'c, C, AddProductAlbum> {
        Call::new(self.0, AddProductAlbum::new(description, price, attachments))
    }

    /// Gives a product; see [`GetProductAlbum`].
    pub fn get(&self, product_id: impl Into<String>) -> Call<'c, C, GetProductAlbum> {
        Call::new(self.0, GetProductAlbum::new(product_id))
    }

    /// Gives the products, up to 100 at a time; see [`GetProductAlbums`].
    pub fn list(&self) -> Call<'c, C, GetProductAlbums> {
        Call::new(self.0, GetProductAlbums::new())
    }

    /// Changes a product; see [`UpdateProductAlbum`].
    pub fn update(&self, product_id: impl Into<String>) -> Call<'c, C, UpdateProductAlbum> {
        Call::new(self.0, UpdateProductAlbum::new(product_id))
    }

    /// Deletes a product; see [`DeleteProductAlbum`].
    pub fn delete(&self, product_id: impl Into<String>) -> Call<'c, C, DeleteProductAlbum> {
        Call::new(self.0, DeleteProductAlbum::new(product_id))
    }
}
