CREATE TABLE actor (
    code TEXT NOT NULL,
    name_vi TEXT DEFAULT '' NOT NULL,
    name_en TEXT DEFAULT '' NOT NULL,
    short_vi TEXT DEFAULT '' NOT NULL,
    short_en TEXT DEFAULT '' NOT NULL,
    block TEXT NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE change (
    changeset INTEGER NOT NULL,
    step INTEGER NOT NULL,
    tab TEXT NOT NULL,
    operation VARCHAR(1) NOT NULL,
    "old" TEXT,
    "new" TEXT
);

CREATE TABLE changeset (
    sequence INTEGER NOT NULL,
    time TEXT NOT NULL,
    author TEXT DEFAULT '' NOT NULL,
    kind TEXT NOT NULL,
    label TEXT DEFAULT '' NOT NULL,
    parameters TEXT DEFAULT '' NOT NULL,
    why TEXT DEFAULT '' NOT NULL,
    reverts INTEGER,
    PRIMARY KEY (sequence)
);

CREATE TABLE initiative (
    id VARCHAR(36) NOT NULL,
    basis TEXT NOT NULL,
    number INTEGER NOT NULL,
    title_vi TEXT DEFAULT '' NOT NULL,
    title_en TEXT DEFAULT '' NOT NULL,
    lead TEXT DEFAULT '' NOT NULL,
    status TEXT NOT NULL,
    position INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (basis, number)
);

CREATE TABLE plan (
    id VARCHAR(36) NOT NULL,
    title_vi TEXT DEFAULT '' NOT NULL,
    title_en TEXT DEFAULT '' NOT NULL,
    pack TEXT NOT NULL,
    pack_version INTEGER NOT NULL,
    language TEXT NOT NULL,
    created TEXT NOT NULL,
    superior_body TEXT DEFAULT '' NOT NULL,
    issuing_body TEXT DEFAULT '' NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE source (
    code TEXT NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    kind_vi TEXT DEFAULT '' NOT NULL,
    kind_en TEXT DEFAULT '' NOT NULL,
    title_vi TEXT DEFAULT '' NOT NULL,
    title_en TEXT DEFAULT '' NOT NULL,
    issuer_vi TEXT DEFAULT '' NOT NULL,
    issuer_en TEXT DEFAULT '' NOT NULL,
    day VARCHAR(10),
    rank INTEGER NOT NULL,
    secondary INTEGER NOT NULL,
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE stakeholder (
    id VARCHAR(36) NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE stamp (
    id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE successor (
    id VARCHAR(36) NOT NULL,
    actor TEXT NOT NULL,
    to_actor TEXT NOT NULL,
    day VARCHAR(10) NOT NULL,
    clause TEXT DEFAULT '' NOT NULL,
    basis_vi TEXT DEFAULT '' NOT NULL,
    basis_en TEXT DEFAULT '' NOT NULL,
    confirmed INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE target (
    code TEXT NOT NULL,
    indicator TEXT NOT NULL,
    name_vi TEXT DEFAULT '' NOT NULL,
    name_en TEXT DEFAULT '' NOT NULL,
    unit_vi TEXT DEFAULT '' NOT NULL,
    unit_en TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    clause TEXT DEFAULT '' NOT NULL,
    year INTEGER NOT NULL,
    comparator TEXT,
    value FLOAT,
    text_vi TEXT DEFAULT '' NOT NULL,
    text_en TEXT DEFAULT '' NOT NULL,
    position INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (code)
);

CREATE TABLE clause (
    code TEXT NOT NULL,
    source TEXT NOT NULL,
    parent TEXT,
    kind TEXT NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    text_en TEXT DEFAULT '' NOT NULL,
    position INTEGER NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (code),
    FOREIGN KEY(source) REFERENCES source (code) ON DELETE CASCADE
);

CREATE TABLE cycle (
    id VARCHAR(36) NOT NULL,
    initiative VARCHAR(36) NOT NULL,
    number INTEGER NOT NULL,
    opened TEXT NOT NULL,
    closed TEXT,
    reason TEXT DEFAULT '' NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (initiative, number),
    FOREIGN KEY(initiative) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE dependency (
    id VARCHAR(36) NOT NULL,
    origin VARCHAR(36) NOT NULL,
    target VARCHAR(36) NOT NULL,
    kind TEXT NOT NULL,
    strength INTEGER NOT NULL,
    why TEXT DEFAULT '' NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (origin, target, kind),
    FOREIGN KEY(origin) REFERENCES initiative (id) ON DELETE CASCADE,
    FOREIGN KEY(target) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE frame_choice (
    initiative VARCHAR(36) NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (initiative, item),
    FOREIGN KEY(initiative) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE initiative_stakeholder (
    initiative VARCHAR(36) NOT NULL,
    stakeholder VARCHAR(36) NOT NULL,
    PRIMARY KEY (initiative, stakeholder),
    FOREIGN KEY(initiative) REFERENCES initiative (id) ON DELETE CASCADE,
    FOREIGN KEY(stakeholder) REFERENCES stakeholder (id) ON DELETE CASCADE
);

CREATE TABLE initiative_support (
    initiative VARCHAR(36) NOT NULL,
    actor TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (initiative, actor),
    FOREIGN KEY(initiative) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE measure (
    id VARCHAR(36) NOT NULL,
    initiative VARCHAR(36) NOT NULL,
    kfa INTEGER NOT NULL,
    kf INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    lead TEXT DEFAULT '' NOT NULL,
    person TEXT DEFAULT '' NOT NULL,
    responsibility TEXT DEFAULT '' NOT NULL,
    start VARCHAR(10),
    due VARCHAR(10),
    product TEXT DEFAULT '' NOT NULL,
    authority TEXT DEFAULT '' NOT NULL,
    funding TEXT DEFAULT '' NOT NULL,
    status TEXT NOT NULL,
    progress INTEGER NOT NULL,
    updated TEXT NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(initiative) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE node_position (
    initiative VARCHAR(36) NOT NULL,
    x INTEGER NOT NULL,
    y INTEGER NOT NULL,
    PRIMARY KEY (initiative),
    FOREIGN KEY(initiative) REFERENCES initiative (id) ON DELETE CASCADE
);

CREATE TABLE answer (
    id VARCHAR(36) NOT NULL,
    cycle VARCHAR(36) NOT NULL,
    question TEXT NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    status TEXT NOT NULL,
    updated TEXT NOT NULL,
    author TEXT DEFAULT '' NOT NULL,
    rev INTEGER DEFAULT '1' NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (cycle, question),
    FOREIGN KEY(cycle) REFERENCES cycle (id) ON DELETE CASCADE
);

CREATE TABLE measure_citation (
    measure VARCHAR(36) NOT NULL,
    clause TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (measure, clause),
    FOREIGN KEY(measure) REFERENCES measure (id) ON DELETE CASCADE
);

CREATE TABLE measure_origin (
    measure VARCHAR(36) NOT NULL,
    question TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (measure, question),
    FOREIGN KEY(measure) REFERENCES measure (id) ON DELETE CASCADE
);

CREATE TABLE measure_support (
    measure VARCHAR(36) NOT NULL,
    actor TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (measure, actor),
    FOREIGN KEY(measure) REFERENCES measure (id) ON DELETE CASCADE
);

CREATE TABLE review_mark (
    measure VARCHAR(36) NOT NULL,
    question TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (measure, question),
    FOREIGN KEY(measure) REFERENCES measure (id) ON DELETE CASCADE
);

CREATE TABLE answer_citation (
    answer VARCHAR(36) NOT NULL,
    clause TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (answer, clause),
    FOREIGN KEY(answer) REFERENCES answer (id) ON DELETE CASCADE
);

CREATE UNIQUE INDEX change_step ON change (changeset, step);

CREATE INDEX measure_cell ON measure (initiative, kfa, kf, position);
