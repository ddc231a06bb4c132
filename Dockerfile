# claimcheck in a container: no network and no root at run time, articles mounted at /articles.
#   docker build -t claimcheck .
#   docker run --rm --network none -v "$PWD:/articles:ro" claimcheck report .
FROM python:3.12-slim AS build
WORKDIR /source
COPY . .
RUN python -m pip install --no-cache-dir --prefix=/install '.[pdf]'

FROM python:3.12-slim
COPY --from=build /install /usr/local
RUN python -m compileall -q /usr/local/lib/python3.12/site-packages/claimcheck \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin desk
USER desk
WORKDIR /articles
ENTRYPOINT ["claimcheck"]
CMD ["--help"]
