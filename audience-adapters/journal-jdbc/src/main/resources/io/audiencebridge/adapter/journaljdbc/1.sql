-- Every statement may be repeated: H2 commits after each one. Times are seconds since 1970, exact to the nanosecond.
CREATE TABLE IF NOT EXISTS audience_bridge_run (
    run_id VARCHAR(64) PRIMARY KEY,
    state VARCHAR(32) NOT NULL,
    started DECIMAL(27, 9) NOT NULL,
    updated DECIMAL(27, 9) NOT NULL,
    waiting_until DECIMAL(27, 9),
    waiting_because VARCHAR
);

CREATE INDEX IF NOT EXISTS audience_bridge_run_started ON audience_bridge_run (started, run_id);

CREATE TABLE IF NOT EXISTS audience_bridge_fact (
    run_id VARCHAR(64) NOT NULL REFERENCES audience_bridge_run (run_id) ON DELETE CASCADE,
    fact_name VARCHAR(200) NOT NULL,
    fact_value VARCHAR NOT NULL,
    PRIMARY KEY (run_id, fact_name)
);

CREATE TABLE IF NOT EXISTS audience_bridge_lease (
    subject_key CHAR(64) PRIMARY KEY,
    subject VARCHAR NOT NULL,
    holder VARCHAR NOT NULL,
    until_time DECIMAL(27, 9) NOT NULL
);
