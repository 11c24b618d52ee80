create schema products;

create table products.product (
    id uuid primary key,
    code text not null unique check (code ~ '^[A-Za-z0-9_-]{1,40}$'),
    name_ja text not null check (name_ja <> ''),
    name_en text not null check (name_en <> ''),
    offered boolean not null default true
);

-- Published to other modules: see package-info.
create view products.product_view as select id, code, name_ja, name_en, offered from products.product;
