#!/bin/sh
# Run once by the PostgreSQL image: the owner of the schema, who is no superuser (as in postgres-settings.mjs).
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --set=password="$AMIABLE_DB_PASSWORD" <<'SQL'
CREATE ROLE amiable LOGIN CREATEDB CREATEROLE BYPASSRLS PASSWORD :'password';
CREATE DATABASE amiable OWNER amiable;
SQL
