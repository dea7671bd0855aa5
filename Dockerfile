# The runner of the action, for any scheduler: docker run --rm -v "$PWD:/work" ktx-ci ingest
#
# The base is named by a tag, so that a build gets its security updates. Where the image must be reproducible, name a
# digest: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS content
WORKDIR /opt/ktx-ci
COPY package.json LICENSE* action.yml ./
COPY bin/ bin/
COPY dist/ dist/
# Readable by every user and writable by none, whatever the umask of the checkout was.
RUN chmod -R a=rX /opt/ktx-ci

FROM ${NODE_IMAGE}
ARG VERSION=0.2.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="ktx-ci" \
      org.opencontainers.image.description="Keeps a data team's context layer right from CI" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# git tells where the project lies in its repository; a base that has it needs no network here.
RUN command -v git >/dev/null || { \
      apt-get update \
      && apt-get install -y --no-install-recommends git \
      && rm -rf /var/lib/apt/lists/*; \
    }
COPY --from=content --chown=0:0 /opt/ktx-ci /opt/ktx-ci
ENV HOME=/tmp
WORKDIR /work
# By number, so that runAsNonRoot can be checked; it is the user node of the official image.
USER 1000:1000
ENTRYPOINT ["node", "/opt/ktx-ci/bin/ktx-ci.mjs"]
CMD ["--help"]
