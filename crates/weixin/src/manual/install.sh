cargo install --locked weixin-cli --git https://github.com/weixin-rs/weixin
cargo new hello && cd hello
cargo add weixin --git https://github.com/weixin-rs/weixin
cargo add tokio --features full
