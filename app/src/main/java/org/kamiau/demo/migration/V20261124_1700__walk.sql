create schema demo;

-- Where a visitor stands on the guided path, one for each signed-in session.
create table demo.walk (
    session text primary key,
    scene text not null check (scene <> '')
);

-- What the visitor decided in each scene.
create table demo.decision (
    session text not null references demo.walk on delete cascade,
    scene text not null,
    choice text not null check (choice <> ''),
    primary key (session, scene)
);
