if [[ "${POSTGRES_USER}" == 'postgres' ]]; then
  message_error "Set POSTGRES_USER to another name than 'postgres', and try again."
  exit 1
fi

export PGHOST="${POSTGRES_HOST}"
export PGPORT="${POSTGRES_PORT}"
export PGUSER="${POSTGRES_USER}"
export PGPASSWORD="${POSTGRES_PASSWORD}"
export PGDATABASE="${POSTGRES_DB}"
